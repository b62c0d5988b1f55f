import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../api/use-error-text.ts';
import { useEntryLabels } from '../i18n/entry-labels.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Elapsed, Moment } from '../ui/moment.tsx';
import { shownRunStatus } from '../ui/status.ts';
import { StatusBadge } from '../ui/status-badge.tsx';
import links from '../ui/text-link.module.css';
import { type Run, shortId } from './run-types.ts';
import classes from './runs.module.css';
import { useWaitKind } from './use-wait-sentence.ts';

export function RunTable({
  runs,
  more,
  empty,
}: {
  runs: readonly Run[];
  more: { fetch: () => void; fetching: boolean } | undefined;
  empty: ReactNode;
}) {
  const { t } = useTranslation('runs');
  const navigate = useNavigate();
  const columns: Column<Run>[] = [
    { id: 'run', header: t(($) => $.columns.run), width: '13.5rem', cell: (row) => <RunCell run={row} /> },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      width: '8rem',
      cell: (row) => <StatusBadge status={shownRunStatus(row.status, row.waitType, row.waitReason)} />,
    },
    {
      id: 'by',
      header: t(($) => $.columns.startedBy),
      width: '12rem',
      shown: 'wide',
      cell: (row) => <StarterCell run={row} />,
    },
    { id: 'why', header: t(($) => $.columns.result), shown: 'wide', cell: (row) => <ResultCell run={row} /> },
    {
      id: 'started',
      header: t(($) => $.columns.started),
      width: '9rem',
      shown: 'wide',
      cell: (row) => (
        <span className={classes.quiet}>
          <Moment iso={row.startedAt} />
        </span>
      ),
    },
    {
      id: 'took',
      header: t(($) => $.columns.took),
      width: '6rem',
      align: 'end',
      cell: (row) => <Elapsed from={row.startedAt} to={row.completedAt} />,
    },
  ];
  return (
    <DataTable
      label={t(($) => $.title)}
      columns={columns}
      rows={runs}
      rowKey={(row) => row.runId}
      onOpen={(row) => void navigate({ to: '/runs/$runId', params: { runId: row.runId } })}
      secondLine={(row) => (
        <>
          <Moment iso={row.startedAt} /> <ResultCell run={row} />
        </>
      )}
      more={more}
      empty={empty}
      tall
    />
  );
}

function RunCell({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  return (
    <div className={classes.runCell}>
      <Link to="/runs/$runId" params={{ runId: run.runId }} search={{}} className={links.name}>
        {run.workflowName}
      </Link>
      <span className={classes.small}>
        <code>{shortId(run.runId)}</code> {t(($) => $.facts.versionValue, { version: run.workflowVersion })}
      </span>
    </div>
  );
}

function StarterCell({ run }: { run: Run }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  if (run.parentRunId !== null) return <>{t(($) => $.startedBy.workflow)}</>;
  if (run.eventType === null) return <>{t(($) => $.startedBy.hand)}</>;
  return (
    <div className={classes.starter}>
      <span title={run.eventType}>{labels.event(run.eventType)}</span>
      {run.correlationKey !== null && (
        <code className={classes.key} title={run.correlationKey}>
          {run.correlationKey}
        </code>
      )}
    </div>
  );
}

/** Why it failed or what it waits for. */
function ResultCell({ run }: { run: Run }) {
  const waits = useWaitKind();
  const errors = useErrorText();
  const error = run.error as { code?: string; details?: Record<string, unknown> } | null;
  if (run.status === 'WAITING') return <span className={classes.waits}>{waits(run.waitType, run.waitReason)}</span>;
  if (run.status !== 'FAILED' || typeof error?.code !== 'string') return null;
  const text = errors.ofError({ code: error.code, details: error.details ?? {} });
  return (
    <span className={classes.why} title={text}>
      {text}
    </span>
  );
}
