import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Moment } from '../../ui/moment.tsx';
import { shownStepStatus } from '../../ui/status.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { tookMs } from '../durations.ts';
import type { StepRow } from '../run-types.ts';
import classes from './step-panel.module.css';

/** Every try of a step that was tried again. */
export function StepTries({ tries }: { tries: readonly StepRow[] }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const columns: Column<StepRow>[] = [
    { id: 'attempt', header: t(($) => $.step.attempt), width: '5rem', cell: (row) => format.number(row.attempt) },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      width: '8rem',
      cell: (row) => <StatusBadge status={shownStepStatus(row.status)} />,
    },
    { id: 'why', header: t(($) => $.columns.result), cell: (row) => <Why row={row} /> },
    {
      id: 'started',
      header: t(($) => $.columns.started),
      width: '8rem',
      cell: (row) => <Moment iso={row.startedAt} absolute />,
    },
    {
      id: 'took',
      header: t(($) => $.columns.took),
      width: '6rem',
      align: 'end',
      cell: (row) => {
        const took = tookMs(row);
        return took === null ? '' : format.duration(took);
      },
    },
  ];
  return (
    <div className={classes.part}>
      <h3 className={classes.partName}>{t(($) => $.step.attempts)}</h3>
      <DataTable
        label={t(($) => $.step.attempts)}
        columns={columns}
        rows={tries}
        rowKey={(row) => String(row.attempt)}
      />
    </div>
  );
}

function Why({ row }: { row: StepRow }) {
  const errors = useErrorText();
  const error = row.error as { code?: string; details?: Record<string, unknown> } | null;
  return typeof error?.code === 'string' ? errors.ofError({ code: error.code, details: error.details ?? {} }) : null;
}
