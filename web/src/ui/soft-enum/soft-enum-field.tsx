import { Combobox, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matching, namedBy, type SoftEnumGroup, wordOf } from './matches.ts';
import classes from './soft-enum.module.css';
import { NEW_VALUE, SoftEnumList } from './soft-enum-list.tsx';

export interface SoftEnumFieldProps {
  label: string;
  /** The name stands elsewhere: it is told to those who listen only. */
  isLabelHidden?: boolean;
  /** The token; empty = nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  groups: readonly SoftEnumGroup[];
  /** Last row of the list: what is typed becomes a new token. */
  newRow: (text: string) => ReactNode;
  isLoading?: boolean;
  placeholder?: string;
  description?: ReactNode;
  error?: ReactNode;
  isRequired?: boolean;
  isDisabled?: boolean;
}

/**
 * A field that suggests and still takes any text. Shows the word of a token and stores the token; what is typed and left is kept.
 */
export function SoftEnumField({
  label,
  isLabelHidden = false,
  value,
  onChange,
  groups,
  newRow,
  isLoading = false,
  placeholder,
  description,
  error,
  isRequired = false,
  isDisabled = false,
}: SoftEnumFieldProps) {
  const { t } = useTranslation('forms');
  const id = useId();
  // null = nobody types: the field shows what is stored.
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const current = namedBy(groups, value);
  const word = current === undefined ? value : wordOf(current);
  const shown = typed === null ? groups : matching(groups, typed);
  const count = shown.reduce((sum, group) => sum + group.options.length, 0);
  const isNew = typed !== null && typed.trim() !== '' && namedBy(groups, typed) === undefined;

  const store = (text: string) => {
    setTyped(null);
    const token = namedBy(groups, text)?.value ?? text.trim();
    if (token !== value) onChange(token);
  };
  const leave = () => {
    combobox.closeDropdown();
    if (typed !== null) store(typed);
  };

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        if (option === NEW_VALUE) store(typed ?? '');
        else {
          setTyped(null);
          if (option !== value) onChange(option);
        }
        combobox.closeDropdown();
      }}
      withinPortal
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          id={id}
          {...(isLabelHidden ? { 'aria-label': label } : { label })}
          aria-required={isRequired || undefined}
          disabled={isDisabled}
          description={description}
          error={error}
          placeholder={placeholder}
          value={typed ?? word}
          classNames={{ input: classes.input ?? '' }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && combobox.dropdownOpened) {
              // The list closes and nothing else around it does.
              event.stopPropagation();
              setTyped(null);
            }
            if (event.key === 'Enter' && (!combobox.dropdownOpened || combobox.getSelectedOptionIndex() < 0)) {
              event.preventDefault();
              leave();
            }
          }}
          inputContainer={(children) => (
            <div className={classes.box}>
              {children}
              {typed === null && current?.label !== undefined && current.label !== current.value && (
                <span className={classes.overlay} aria-hidden>
                  <span className={classes.word}>{word}</span>
                  <code className={classes.token}>{current.value}</code>
                </span>
              )}
            </div>
          )}
          rightSection={<IconSelector size={14} stroke={1.7} aria-hidden />}
          rightSectionPointerEvents="none"
        />
      </Combobox.Target>
      <VisuallyHidden role="status">
        {combobox.dropdownOpened && (isLoading ? t(($) => $.options.loading) : t(($) => $.options.count, { count }))}
      </VisuallyHidden>
      <Combobox.Dropdown className={classes.dropdown ?? ''}>
        <SoftEnumList
          groups={shown}
          value={value}
          isLoading={isLoading}
          label={label}
          newRow={isNew ? newRow(typed.trim()) : null}
        />
      </Combobox.Dropdown>
    </Combobox>
  );
}
