import { IconPlugConnected } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { kindOf } from '../../steps/step-kinds.ts';
import { Badge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { shownStepStatus } from '../../ui/status.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import links from '../../ui/text-link.module.css';
import { Tile } from '../../ui/tile.tsx';
import type { Invocation, RunDetails } from '../run-types.ts';
import { TabState } from './tab-state.tsx';
import classes from './tabs.module.css';

/** Every call of an action: what it promises about doing things once, how often it was tried, how it ended. */
export function CallsTab({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const calls = useQuery(trpc.runs.invocations.queryOptions({ runId: run.runId, limit: 200 }));
  return (
    <TabState query={calls} what={t(($) => $.tabs.calls)}>
      {(page) => (
        <CallTable
          run={run}
          calls={page.items}
          empty={
            <EmptyState
              icon={IconPlugConnected}
              title={t(($) => $.calls.empty.title)}
              text={t(($) => $.calls.empty.text)}
            />
          }
        />
      )}
    </TabState>
  );
}

function CallTable({ run, calls, empty }: { run: RunDetails; calls: readonly Invocation[]; empty: React.ReactNode }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const columns: Column<Invocation>[] = [
    { id: 'action', header: t(($) => $.calls.action), cell: (row) => <ActionCell run={run} call={row} /> },
    {
      id: 'promise',
      header: t(($) => $.calls.promise),
      width: '9rem',
      shown: 'wide',
      cell: (row) => <PromiseBadge effect={row.effect} />,
    },
    {
      id: 'attempts',
      header: t(($) => $.calls.tries),
      width: '5rem',
      align: 'end',
      cell: (row) => format.number(row.attempts),
    },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      width: '7rem',
      cell: (row) => <StatusBadge status={shownStepStatus(row.status)} />,
    },
    {
      id: 'took',
      header: t(($) => $.columns.took),
      width: '5rem',
      align: 'end',
      cell: (row) =>
        row.completedAt === null
          ? ''
          : format.duration(new Date(row.completedAt).getTime() - new Date(row.startedAt).getTime()),
    },
  ];
  return (
    <DataTable
      label={t(($) => $.tabs.calls)}
      columns={columns}
      rows={calls}
      rowKey={(row) => row.invocationId}
      secondLine={(row) => <PromiseBadge effect={row.effect} />}
      empty={empty}
      tall
    />
  );
}

function ActionCell({ run, call }: { run: RunDetails; call: Invocation }) {
  const labels = useEntryLabels();
  const kind = kindOf(call.actionId);
  return (
    <span className={classes.what}>
      <Tile icon={kind.icon} family={kind.family} size={24} />
      <span>
        <Link
          to="/runs/$runId"
          params={{ runId: run.runId }}
          search={{ tab: 'step', step: call.stepPath, at: call.iterationKey === '' ? undefined : call.iterationKey }}
          className={links.name}
        >
          {labels.action(call.actionId)}
        </Link>
        <small>
          <code>{`${call.actionId}@${call.actionVersion}`}</code>
        </small>
      </span>
    </span>
  );
}

const promises = { transactional: 'moss', keyed: 'azure', 'at-least-once': 'ember' } as const;

function PromiseBadge({ effect }: { effect: string }) {
  const { t } = useTranslation('runs');
  if (effect === 'transactional' || effect === 'keyed' || effect === 'at-least-once') {
    return <Badge hue={promises[effect]}>{t(($) => $.calls.promises[effect])}</Badge>;
  }
  return <span className={classes.quiet}>{t(($) => $.calls.promises.pure)}</span>;
}
