import { IconAt, IconChevronRight } from '@tabler/icons-react';
import { parsePath } from './paths.ts';
import classes from './reference-field.module.css';
import { isList } from './schema-reading.ts';
import { resolve, type Scope } from './scope.ts';
import { useSourceWords } from './use-source-words.ts';

/** `@ Create task › task_id`. A path that leads nowhere is shown as it is written. */
export function ReferenceChip({ value, scope }: { value: string; scope: Scope }) {
  const words = useSourceWords();
  const path = parsePath(value);
  const found = path === null ? null : resolve(scope, path);
  if (found === null || found.variable === null) {
    return (
      <span className={classes.chip} data-unknown title={value}>
        <IconAt size={14} stroke={1.7} aria-hidden />
        <code>{value}</code>
      </span>
    );
  }
  const place = words.place(found.variable, found.rest);
  return (
    <span className={classes.chip} title={value}>
      <IconAt size={14} stroke={1.7} aria-hidden />
      <span className={classes.source}>{words.source(found.variable)}</span>
      {place !== '' && (
        <>
          <IconChevronRight size={12} stroke={1.7} aria-hidden className={classes.arrow} />
          <span className={classes.place}>{`${place}${isList(found.schema) ? '[]' : ''}`}</span>
        </>
      )}
    </span>
  );
}
