import { IconLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Paged } from '../api/paged.tsx';
import { type Outputs, useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Panel } from '../ui/panel.tsx';
import { EmptyState } from '../ui/states.tsx';
import links from '../ui/text-link.module.css';
import classes from './records.module.css';

type LinkAround = Outputs['links']['around']['items'][number];

const PAGE_SIZE = 20;
const relationTokens = ['related', 'mirrors', 'maps_to', 'blocks', 'duplicate_of', 'synced_with'] as const;

/** What workflows linked a task to, in both directions: so a mirror is seen from either side. */
export function LinkedRecords({ taskId }: { taskId: string }) {
  const { t } = useTranslation('records');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { type: 'project_task', id: taskId, limit: PAGE_SIZE };
  const around = usePages(trpc.links.around.infiniteQueryKey(input), (cursor) =>
    client.links.around.query({ ...input, cursor }),
  );
  const columns: Column<LinkAround>[] = [
    {
      id: 'relation',
      header: t(($) => $.links.relation),
      width: '9rem',
      cell: (row) => <Relation link={row} taskId={taskId} />,
    },
    { id: 'record', header: t(($) => $.links.record), cell: (row) => <Other link={row} taskId={taskId} /> },
    {
      id: 'collection',
      header: t(($) => $.links.collection),
      cell: (row) => (
        <Link
          to="/data"
          search={{ collection: row.namespace, tab: 'links', link: row.linkId }}
          className={classes.collection}
        >
          {row.namespace}
        </Link>
      ),
    },
  ];
  return (
    <section className={classes.section}>
      <Panel heading={t(($) => $.links.title)}>
        <Paged query={around} rows={1} what={t(($) => $.links.what)}>
          {(items, more) => (
            <DataTable
              label={t(($) => $.links.title)}
              columns={columns}
              rows={items}
              rowKey={(row) => row.linkId}
              more={more}
              empty={
                <EmptyState icon={IconLink} title={t(($) => $.links.empty.title)} text={t(($) => $.links.empty.text)} />
              }
            />
          )}
        </Paged>
      </Panel>
    </section>
  );
}

function isOutgoing(link: LinkAround, taskId: string): boolean {
  return link.from.type === 'project_task' && link.from.id === taskId;
}

function Relation({ link, taskId }: { link: LinkAround; taskId: string }) {
  const { t } = useTranslation('records');
  const token = relationTokens.find((each) => each === link.relation);
  const way = isOutgoing(link, taskId) ? 'outgoing' : 'incoming';
  if (token !== undefined) return <>{t(($) => $.relations[token][way])}</>;
  return way === 'outgoing' ? (
    <code>{link.relation}</code>
  ) : (
    <span>{t(($) => $.relations.otherIncoming, { relation: link.relation })}</span>
  );
}

function Other({ link, taskId }: { link: LinkAround; taskId: string }) {
  const outgoing = isOutgoing(link, taskId);
  const ref = outgoing ? link.to : link.from;
  const named = outgoing ? link.toName : link.fromName;
  if (named === null) return <code className={classes.id}>{`${ref.type} ${ref.id}`}</code>;
  return (
    <span className={classes.nameCell}>
      <Link
        to="/projects/$projectId"
        params={{ projectId: named.projectId }}
        search={ref.type === 'project_task' ? { task: ref.id } : {}}
        className={links.link}
      >
        {named.name}
      </Link>
      {ref.type === 'project_task' && <span className={classes.small}>{named.projectName}</span>}
    </span>
  );
}
