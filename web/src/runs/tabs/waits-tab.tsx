import { IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type More, Paged } from '../../api/paged.tsx';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Elapsed, Moment } from '../../ui/moment.tsx';
import { shownRunStatus } from '../../ui/status.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { RunDetails, Wait } from '../run-types.ts';

import { TAB_PAGE, TabEmpty } from './tab-empty.tsx';
import classes from './tabs.module.css';

/** What the run waited for and still waits for. */
export function WaitsTab({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { runId: run.runId, limit: TAB_PAGE };
  const waits = usePages(trpc.runs.waits.infiniteQueryKey(input), (cursor) =>
    client.runs.waits.query({ ...input, cursor }),
  );
  return (
    <Paged query={waits} what={t(($) => $.tabs.waits)}>
      {(items, more) => <WaitTable run={run} waits={items} more={more} />}
    </Paged>
  );
}

function WaitTable({ run, waits, more }: { run: RunDetails; waits: readonly Wait[]; more: More | undefined }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const columns: Column<Wait>[] = [
    { id: 'for', header: t(($) => $.waits.columns.what), cell: (row) => <WaitCell wait={row} /> },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      width: '8rem',
      cell: (row) => <StatusBadge status={shownRunStatus(row.status, row.waitType, run.waitReason)} />,
    },
    {
      id: 'since',
      header: t(($) => $.waits.columns.since),
      width: '9rem',
      cell: (row) => <Moment iso={row.createdAt} absolute />,
    },
    {
      id: 'until',
      header: t(($) => $.waits.columns.until),
      width: '9rem',
      shown: 'wide',
      cell: (row) =>
        row.dueAt === null ? (
          <span className={classes.quiet}>{t(($) => $.waits.noEnd)}</span>
        ) : (
          format.dateTime(row.dueAt)
        ),
    },
    {
      id: 'took',
      header: t(($) => $.columns.took),
      width: '6rem',
      align: 'end',
      cell: (row) => <Elapsed from={row.createdAt} to={row.resolvedAt} />,
    },
  ];
  return (
    <DataTable
      label={t(($) => $.tabs.waits)}
      columns={columns}
      rows={waits}
      rowKey={(row) => row.waitId}
      empty={<TabEmpty icon={IconHourglass} of="waits" />}
      more={more}
      tall
    />
  );
}

const kinds = ['event', 'time', 'human', 'retry', 'child', 'operator'] as const;

function WaitCell({ wait }: { wait: Wait }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  const kind = kinds.find((each) => each === wait.waitType) ?? 'event';
  return (
    <span className={classes.what}>
      <span>
        <strong>{wait.eventName === null ? t(($) => $.waits.kinds[kind]) : labels.event(wait.eventName)}</strong>
        <small>{wait.key === null ? <code>{wait.stepId}</code> : <code>{wait.key}</code>}</small>
      </span>
    </span>
  );
}
