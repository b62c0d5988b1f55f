import { Button, Drawer } from '@mantine/core';
import { IconActivity, IconPlayerPlay, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { type Outputs, useTRPC } from '../api/trpc.ts';
import { useEntryLabels } from '../i18n/entry-labels.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useMay } from '../session/session.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Facts } from '../ui/facts.tsx';
import { Moment } from '../ui/moment.tsx';
import { Loading } from '../ui/states.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { Findings } from './findings.tsx';
import { WorkflowDialogs } from './workflow-dialogs.tsx';
import { triggerEvent, type WorkflowDialog } from './workflow-types.ts';
import classes from './workflows.module.css';

type Workflow = Outputs['workflows']['get'];
type Version = Outputs['workflows']['versions']['items'][number];

/** One workflow: what it is, what its draft lacks, which versions there were. */
export function WorkflowDrawer({ workflowKey, onClose }: { workflowKey: string; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const trpc = useTRPC();
  const workflow = useQuery(trpc.workflows.get.queryOptions({ workflowId: workflowKey, version: 'draft' }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={620}
      title={
        workflow.data === undefined ? (
          t(($) => $.drawer.title)
        ) : (
          <span className={classes.drawerTitle}>
            {workflow.data.name}
            <StatusBadge status={workflow.data.state} />
          </span>
        )
      }
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      {workflow.isPending && <Loading rows={5} what={t(($) => $.drawer.what)} />}
      {workflow.isError && <ServerError error={workflow.error} onRetry={() => void workflow.refetch()} />}
      {workflow.data !== undefined && <Details workflow={workflow.data} />}
    </Drawer>
  );
}

function Details({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('workflows');
  const labels = useEntryLabels();
  const event = triggerEvent(workflow.trigger);
  return (
    <>
      {workflow.description !== null && <p className={classes.lead}>{workflow.description}</p>}
      <Actions workflow={workflow} />
      <section className={classes.drawerSection}>
        <Facts
          facts={[
            { label: t(($) => $.drawer.key), value: <code>{workflow.key}</code> },
            { label: t(($) => $.columns.startsWith), value: event === null ? t(($) => $.manual) : labels.event(event) },
            { label: t(($) => $.drawer.payload), value: <code>{workflow.payloadSchemaRef}</code> },
            {
              label: t(($) => $.drawer.limit),
              value: workflow.concurrencyLimit ?? t(($) => $.drawer.noLimit),
            },
            { label: t(($) => $.drawer.changed), value: <Moment iso={workflow.updatedAt} /> },
          ]}
        />
      </section>
      <Draft workflow={workflow} />
      <Versions workflowId={workflow.workflowId} />
    </>
  );
}

function Actions({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('workflows');
  const [dialog, setDialog] = useState<WorkflowDialog | null>(null);
  const mayManage = useMay('workflow:manage');
  const mayPublish = useMay('workflow:publish');
  const icon = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <div className={classes.drawerActions}>
      {mayManage && (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay {...icon} />}
          onClick={() => setDialog('run')}
          disabled={workflow.publishedVersion === null || workflow.isPaused}
        >
          {t(($) => $.menu.run)}
        </Button>
      )}
      {mayPublish && workflow.hasUnpublishedChanges && (
        <Button variant="default" leftSection={<IconUpload {...icon} />} onClick={() => setDialog('publish')}>
          {t(($) => $.menu.publish)}
        </Button>
      )}
      <Button
        variant="subtle"
        leftSection={<IconActivity {...icon} />}
        renderRoot={(props) => <Link to="/runs" search={{ workflow: workflow.key }} {...props} />}
      >
        {t(($) => $.menu.runs)}
      </Button>
      <WorkflowDialogs workflow={workflow} dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}

function Draft({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('workflows');
  const { errors, warnings, validatedAt } = workflow.validation;
  return (
    <section className={classes.drawerSection}>
      <h3>{t(($) => $.drawer.draft, { version: workflow.draftVersion })}</h3>
      <p className={classes.lead}>
        {validatedAt === null
          ? t(($) => $.drawer.notChecked)
          : errors.length + warnings.length === 0
            ? t(($) => $.drawer.noProblems)
            : t(($) => $.drawer.problems, { count: errors.length + warnings.length })}
      </p>
      <Findings errors={errors} warnings={warnings} />
    </section>
  );
}

function Versions({ workflowId }: { workflowId: string }) {
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const trpc = useTRPC();
  const versions = useQuery(trpc.workflows.versions.queryOptions({ workflowId }));
  const columns: Column<Version>[] = [
    {
      id: 'version',
      header: t(($) => $.columns.version),
      cell: (row) => t(($) => $.version, { version: row.version }),
    },
    {
      id: 'live',
      header: t(($) => $.columns.status),
      cell: (row) =>
        row.isLive ? (
          <StatusBadge status="active" />
        ) : (
          <span className={classes.quiet}>{t(($) => $.drawer.replaced)}</span>
        ),
    },
    { id: 'by', header: t(($) => $.drawer.publishedBy), cell: (row) => row.publishedByName ?? tCommon(($) => $.none) },
    { id: 'at', header: t(($) => $.drawer.publishedAt), cell: (row) => <Moment iso={row.publishedAt} absolute /> },
    { id: 'runs', header: t(($) => $.drawer.runs), align: 'end', cell: (row) => format.number(row.runs) },
  ];
  return (
    <section className={classes.drawerSection}>
      <h3>{t(($) => $.drawer.versions)}</h3>
      {versions.isPending && <Loading rows={2} what={t(($) => $.drawer.versions)} />}
      {versions.isError && <ServerError error={versions.error} onRetry={() => void versions.refetch()} />}
      {versions.data !== undefined && versions.data.items.length === 0 && (
        <p className={classes.lead}>{t(($) => $.drawer.noVersions)}</p>
      )}
      {versions.data !== undefined && versions.data.items.length > 0 && (
        <DataTable
          label={t(($) => $.drawer.versions)}
          columns={columns}
          rows={versions.data.items}
          rowKey={(row) => String(row.version)}
        />
      )}
    </section>
  );
}
