import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Difference as Change, ChangeRow } from './change-rows.ts';
import classes from './changes.module.css';

const fields = ['title', 'name', 'description', 'dueDate', 'status', 'assignedTo', 'clientId'] as const;

/** Before and after of what was changed; a record tells each of its members. */
export function Differences({ row }: { row: ChangeRow }) {
  const shown = row.differences.filter(({ before, after }) => before !== null || after !== null);
  return (
    <span className={classes.differences}>
      {shown.map((each) => (
        <Difference key={each.field ?? ''} change={each} />
      ))}
    </span>
  );
}

function Difference({ change }: { change: Change }) {
  const { t } = useTranslation('runs');
  const known = fields.find((each) => each === change.field);
  return (
    <span className={classes.difference}>
      {change.field !== null && (
        <span className={classes.field}>{known === undefined ? change.field : t(($) => $.changes.fields[known])}</span>
      )}
      <Value text={change.before} />
      <IconArrowRight size={13} stroke={1.8} role="img" aria-label={t(($) => $.changes.becomes)} />
      <Value text={change.after} />
    </span>
  );
}

function Value({ text }: { text: string | null }) {
  const { t } = useTranslation('runs');
  if (text === null) return <span className={classes.none}>{t(($) => $.changes.none)}</span>;
  return <code className={classes.value}>{text}</code>;
}
