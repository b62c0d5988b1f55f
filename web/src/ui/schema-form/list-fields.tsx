import { ActionIcon, Button } from '@mantine/core';
import type { Json } from '@penstock/server/language';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyValueOf } from './empty-value.ts';
import type { Field } from './field-model.ts';
import classes from './schema-form.module.css';

interface Entry {
  field: Field;
  label: string;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  pointer: string;
}

/** Rows of a list: add, remove, move. */
export function ListFields({
  item,
  name,
  help,
  value,
  onChange,
  pointer,
  issues = {},
  isDisabled = false,
  isNameHidden = false,
  newEntry,
  renderItem,
}: {
  item: Field;
  name: string;
  help?: ReactNode;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  pointer: string;
  issues?: Readonly<Record<string, string>>;
  isDisabled?: boolean;
  isNameHidden?: boolean;
  /** What a new entry begins with, where the schema's own beginning is not meant. */
  newEntry?: Json;
  renderItem: (entry: Entry) => ReactNode;
}) {
  const { t } = useTranslation('forms');
  const entries = Array.isArray(value) ? value : [];
  return (
    <fieldset className={classes.group} data-pointer={pointer} {...(isNameHidden ? { 'aria-label': name } : {})}>
      {!isNameHidden && <legend className={classes.legend}>{name}</legend>}
      {help !== undefined && <p className={classes.hint}>{help}</p>}
      {entries.length === 0 && <p className={classes.hint}>{t(($) => $.list.empty)}</p>}
      {entries.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own; a moved one takes its row's fields along
        <div className={classes.row} key={index}>
          <div className={classes.rowValue}>
            {renderItem({
              field: item,
              label: t(($) => $.list.entry, { position: index + 1 }),
              value: entry,
              onChange: (next) => onChange(entries.toSpliced(index, 1, next ?? emptyValueOf(item))),
              pointer: `${pointer}/${index}`,
            })}
          </div>
          {!isDisabled && <RowTools entries={entries} index={index} onChange={onChange} />}
        </div>
      ))}
      {issues[pointer] !== undefined && <p className={classes.error}>{issues[pointer]}</p>}
      {!isDisabled && (
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...entries, newEntry ?? emptyValueOf(item)])}
          >
            {t(($) => $.list.add)}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function RowTools({
  entries,
  index,
  onChange,
}: {
  entries: readonly Json[];
  index: number;
  onChange: (value: Json | undefined) => void;
}) {
  const { t } = useTranslation('forms');
  const position = index + 1;
  const swap = (other: number) => onChange(moved(entries, index, other));
  return (
    <div className={classes.rowTools}>
      <ActionIcon disabled={index === 0} aria-label={t(($) => $.list.up, { position })} onClick={() => swap(index - 1)}>
        <IconArrowUp size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        disabled={position === entries.length}
        aria-label={t(($) => $.list.down, { position })}
        onClick={() => swap(index + 1)}
      >
        <IconArrowDown size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        aria-label={t(($) => $.list.remove, { position })}
        onClick={() => onChange(entries.toSpliced(index, 1))}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

function moved(entries: readonly Json[], from: number, to: number): Json[] {
  const entry = entries[from];
  return entry === undefined ? [...entries] : entries.toSpliced(from, 1).toSpliced(to, 0, entry);
}
