import { IconUserExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { isOverdue } from './overdue.ts';
import type { Task } from './record-types.ts';
import classes from './records.module.css';

/** The day a task is due; one that is late says so. */
export function DueDate({ task }: { task: Pick<Task, 'dueDate' | 'status'> }) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  if (task.dueDate === null) return <span className={classes.quiet}>{tCommon(($) => $.none)}</span>;
  const day = format.date(task.dueDate);
  if (!isOverdue(task, new Date())) return <span className={classes.day}>{day}</span>;
  return (
    <Badge icon={IconUserExclamation} hue="brass">
      {t(($) => $.tasks.overdue, { day })}
    </Badge>
  );
}
