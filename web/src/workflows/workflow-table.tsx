import { IconBolt, IconHandClick } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../i18n/entry-labels.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Badge } from '../ui/badge.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import links from '../ui/text-link.module.css';
import { LastRuns } from './last-runs.tsx';
import { RowMenu } from './row-menu.tsx';
import { triggerEvent, type WorkflowItem } from './workflow-types.ts';
import classes from './workflows.module.css';

/** A rate that a person should look at. */
const HIGH_FAILURE_RATE = 0.05;

export interface WorkflowTableProps {
  workflows: readonly WorkflowItem[];
  selection: { selected: Set<string>; onChange: (selected: Set<string>) => void } | undefined;
  onOpen: (workflow: WorkflowItem) => void;
  more: { fetch: () => void; fetching: boolean } | undefined;
  empty: ReactNode;
}

export function WorkflowTable({ workflows, selection, onOpen, more, empty }: WorkflowTableProps) {
  const { t } = useTranslation('workflows');
  const columns: Column<WorkflowItem>[] = [
    { id: 'name', header: t(($) => $.columns.name), cell: (row) => <NameCell workflow={row} /> },
    {
      id: 'status',
      header: t(($) => $.columns.status),
      width: '6.5rem',
      cell: (row) => <StatusBadge status={row.state} />,
    },
    {
      id: 'version',
      header: t(($) => $.columns.version),
      width: '4.75rem',
      shown: 'wide',
      cell: (row) => <VersionCell workflow={row} />,
    },
    {
      id: 'trigger',
      header: t(($) => $.columns.startsWith),
      width: '11.5rem',
      shown: 'wide',
      cell: (row) => <TriggerCell trigger={row.trigger} />,
    },
    {
      id: 'runs',
      header: t(($) => $.columns.lastRuns),
      width: '8.75rem',
      shown: 'wide',
      cell: (row) => <LastRuns runs={row.lastRuns} />,
    },
    {
      id: 'failed',
      header: t(($) => $.columns.failed),
      width: '5rem',
      align: 'end',
      cell: (row) => <FailedCell rate={row.failureRate7d} ran={row.lastRunAt !== null} />,
    },
    {
      id: 'last',
      header: t(($) => $.columns.lastRun),
      width: '7rem',
      shown: 'wide',
      cell: (row) => (
        <span className={classes.quiet}>
          {row.lastRunAt === null ? t(($) => $.never) : <Moment iso={row.lastRunAt} />}
        </span>
      ),
    },
    {
      id: 'menu',
      header: t(($) => $.columns.actions),
      headerHidden: true,
      width: '2.5rem',
      align: 'end',
      cell: (row) => <RowMenu workflow={row} />,
    },
  ];
  return (
    <DataTable
      label={t(($) => $.title)}
      columns={columns}
      rows={workflows}
      rowKey={(row) => row.workflowId}
      onOpen={onOpen}
      secondLine={(row) => <TriggerCell trigger={row.trigger} />}
      selection={selection === undefined ? undefined : { ...selection, nameOf: (row) => row.name }}
      more={more}
      empty={empty}
      tall
    />
  );
}

function NameCell({ workflow }: { workflow: WorkflowItem }) {
  const { t } = useTranslation('workflows');
  return (
    <div className={classes.nameCell}>
      <span className={classes.nameLine}>
        <Link to="/workflows/$workflowId" params={{ workflowId: workflow.key }} className={links.name}>
          {workflow.name}
        </Link>
        {workflow.isSystem && <Badge>{t(($) => $.system)}</Badge>}
      </span>
      <span className={classes.description} title={workflow.description ?? undefined}>
        {workflow.description ?? workflow.key}
      </span>
    </div>
  );
}

function VersionCell({ workflow }: { workflow: WorkflowItem }) {
  const { t } = useTranslation('workflows');
  const { publishedVersion, draftVersion } = workflow;
  return (
    <div>
      <div className={publishedVersion === null ? classes.quiet : undefined}>
        {publishedVersion === null ? t(($) => $.noVersion) : t(($) => $.version, { version: publishedVersion })}
      </div>
      {workflow.hasUnpublishedChanges && (
        <div className={classes.small}>{t(($) => $.draftVersion, { version: draftVersion })}</div>
      )}
    </div>
  );
}

function TriggerCell({ trigger }: { trigger: WorkflowItem['trigger'] }) {
  const { t } = useTranslation('workflows');
  const labels = useEntryLabels();
  const event = triggerEvent(trigger);
  const Glyph = event === null ? IconHandClick : IconBolt;
  return (
    <span className={classes.trigger} title={event ?? undefined}>
      <Glyph size={16} stroke={1.65} aria-hidden />
      <span>{event === null ? t(($) => $.manual) : labels.event(event)}</span>
    </span>
  );
}

function FailedCell({ rate, ran }: { rate: number | null; ran: boolean }) {
  const { t } = useTranslation('workflows');
  const format = useFormat();
  if (rate === null) return <span className={classes.quiet}>{ran ? t(($) => $.noneEnded) : t(($) => $.noRuns)}</span>;
  return <span className={rate > HIGH_FAILURE_RATE ? classes.high : undefined}>{format.percent(rate)}</span>;
}
