import { Button } from '@mantine/core';
import { IconFilterOff, IconPlus, IconSubtask } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useMay } from '../session/session.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import filters from '../ui/filters.module.css';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import links from '../ui/text-link.module.css';
import { ProjectDialog } from './project-dialog.tsx';
import { RecordStatus } from './record-status.tsx';
import type { Project } from './record-types.ts';
import classes from './records.module.css';

const PAGE_SIZE = 50;
const route = getRouteApi('/shell/projects');

export function ProjectsPage() {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('project:write');
  const list = useProjects(q);
  const [creating, setCreating] = useState(false);
  const search = (next: string) => void navigate({ search: { q: next === '' ? undefined : next }, replace: true });
  return (
    <Page
      title={t(($) => $.projects.title)}
      actions={
        mayWrite && (
          <Button
            size="md"
            leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {t(($) => $.projects.new)}
          </Button>
        )
      }
    >
      <div className={filters.bar}>
        <SearchField value={q ?? ''} onChange={search} label={t(($) => $.projects.search)} />
      </div>
      {list.isPending ? (
        <Loading rows={5} height={54} what={t(($) => $.projects.theList)} />
      ) : list.isError && list.data === undefined ? (
        <ServerError error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <ProjectTable
          projects={list.data?.pages.flatMap((page) => page.items) ?? []}
          onOpen={(project) => void navigate({ to: '/projects/$projectId', params: { projectId: project.id } })}
          more={
            list.hasNextPage ? { fetch: () => void list.fetchNextPage(), fetching: list.isFetchingNextPage } : undefined
          }
          empty={
            q === undefined ? (
              <EmptyState
                icon={IconSubtask}
                title={t(($) => $.projects.empty.title)}
                text={t(($) => $.projects.empty.text)}
              />
            ) : (
              <EmptyState
                icon={IconFilterOff}
                title={t(($) => $.projects.noMatch.title)}
                text={t(($) => $.projects.noMatch.text)}
                action={
                  <Button variant="default" onClick={() => search('')}>
                    {tCommon(($) => $.clearFilters)}
                  </Button>
                }
              />
            )
          }
        />
      )}
      {creating && <ProjectDialog project={null} onClose={() => setCreating(false)} />}
    </Page>
  );
}

function ProjectTable({
  projects,
  onOpen,
  more,
  empty,
}: {
  projects: readonly Project[];
  onOpen: (project: Project) => void;
  more: { fetch: () => void; fetching: boolean } | undefined;
  empty: React.ReactNode;
}) {
  const { t } = useTranslation('records');
  const columns: Column<Project>[] = [
    {
      id: 'name',
      header: t(($) => $.fields.name),
      cell: (row) => (
        <div className={classes.nameCell}>
          <Link to="/projects/$projectId" params={{ projectId: row.id }} search={{}} className={links.name}>
            {row.name}
          </Link>
          {row.description !== null && <span className={classes.small}>{row.description}</span>}
        </div>
      ),
    },
    {
      id: 'status',
      header: t(($) => $.fields.status),
      width: '9rem',
      cell: (row) => <RecordStatus status={row.status} />,
    },
    { id: 'changed', header: t(($) => $.fields.changed), width: '9rem', cell: (row) => <Moment iso={row.updatedAt} /> },
  ];
  return (
    <DataTable
      label={t(($) => $.projects.title)}
      columns={columns}
      rows={projects}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      more={more}
      empty={empty}
      tall
    />
  );
}

function useProjects(search: string | undefined) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { search, limit: PAGE_SIZE };
  return usePages(trpc.projects.list.infiniteQueryKey(input), (cursor) =>
    client.projects.list.query({ ...input, cursor }),
  );
}
