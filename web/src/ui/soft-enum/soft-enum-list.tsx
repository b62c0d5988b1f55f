import { Combobox } from '@mantine/core';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type SoftEnumGroup, type SoftEnumOption, wordOf } from './matches.ts';
import classes from './soft-enum.module.css';

/** Stands for what is typed: no token can be called so. */
export const NEW_VALUE = '\u0000new';

export function SoftEnumList({
  groups,
  value,
  isLoading,
  label,
  newRow,
}: {
  groups: readonly SoftEnumGroup[];
  value: string;
  isLoading: boolean;
  label: string;
  newRow: ReactNode;
}) {
  const { t } = useTranslation('forms');
  // A sentence is no option: a list box holds options only.
  if (groups.length === 0 && newRow === null) {
    return <Combobox.Empty>{isLoading ? t(($) => $.options.loading) : t(($) => $.options.none)}</Combobox.Empty>;
  }
  return (
    <Combobox.Options aria-label={label} className={classes.options ?? ''}>
      {groups.map(({ name, options }) => (
        <Combobox.Group key={name} label={name} classNames={{ groupLabel: classes.groupLabel ?? '' }}>
          {options.map((option) => (
            <Row key={option.value} option={option} isChosen={option.value === value} />
          ))}
        </Combobox.Group>
      ))}
      {newRow !== null && (
        <Combobox.Option value={NEW_VALUE} className={classes.newRow ?? ''} aria-selected={false}>
          <span className={classes.mark}>
            <IconPlus size={15} stroke={1.7} aria-hidden />
          </span>
          <span className={classes.newText}>{newRow}</span>
        </Combobox.Option>
      )}
    </Combobox.Options>
  );
}

function Row({ option, isChosen }: { option: SoftEnumOption; isChosen: boolean }) {
  const word = wordOf(option);
  return (
    <Combobox.Option value={option.value} active={isChosen} aria-selected={isChosen} className={classes.option ?? ''}>
      <span className={classes.mark}>{isChosen && <IconCheck size={15} stroke={1.9} aria-hidden />}</span>
      <span className={classes.name}>{word}</span>
      {word !== option.value && <code className={classes.token}>{option.value}</code>}
      {option.note !== undefined && <span className={classes.note}>{option.note}</span>}
    </Combobox.Option>
  );
}
