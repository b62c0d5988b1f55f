import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './palette.module.css';
import { SEARCH_KEY } from './use-slash-key.ts';

interface PaletteSearchProps {
  value: string;
  onChange: (value: string) => void;
  /** Goes into the list below. */
  onDown: () => void;
  /** Takes the first one found. */
  onEnter: () => void;
  ref: Ref<HTMLInputElement>;
  autoFocus?: boolean;
  /** Shows the key that comes here from anywhere. */
  showsKey?: boolean;
  /** Little room: the field says less. */
  isShort?: boolean;
}

/** Finds steps by what they are called, do, take and give. Escape empties it. */
export function PaletteSearch({
  value,
  onChange,
  onDown,
  onEnter,
  ref,
  autoFocus,
  showsKey,
  isShort,
}: PaletteSearchProps) {
  const { t } = useTranslation('palette');
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onDown();
    else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Escape' && value !== '') {
      // The first Escape is for the text, the second for what is around the field.
      event.stopPropagation();
      onChange('');
    } else return;
    event.preventDefault();
  };
  return (
    <TextInput
      ref={ref}
      type="search"
      role="searchbox"
      aria-label={t(($) => $.search)}
      placeholder={isShort ? t(($) => $.searchShort) : t(($) => $.search)}
      value={value}
      data-autofocus={autoFocus || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={press}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      rightSection={
        showsKey && value === '' ? (
          <kbd className={classes.key} aria-hidden>
            {SEARCH_KEY}
          </kbd>
        ) : null
      }
    />
  );
}
