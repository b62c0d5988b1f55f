import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.ts';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useMay } from '../session/session.ts';
import filters from '../ui/filters.module.css';
import { lazyPart } from '../ui/lazy-part.ts';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Loading } from '../ui/states.tsx';
import links from '../ui/text-link.module.css';
import { DueDate } from './due-date.tsx';
import { ProjectActions } from './project-actions.tsx';
import { RecordStatus } from './record-status.tsx';
import { RecordTable } from './record-table.tsx';
import { FALLBACK_POLL_MS, type Project, suggestedStatuses } from './record-types.ts';
import classes from './records.module.css';
import type { ProjectSearch } from './search.ts';

const TaskDrawer = lazyPart(() => import('./task-drawer.tsx'), 'TaskDrawer');

const PAGE_SIZE = 100;
const route = getRouteApi('/shell/projects/$projectId');

export function ProjectPage() {
  const { t } = useTranslation('records');
  const trpc = useTRPC();
  const { projectId } = route.useParams();
  const project = useQuery(trpc.projects.get.queryOptions({ id: projectId }));
  if (project.data !== undefined) return <Loaded project={project.data} />;
  return (
    <Page title={t(($) => $.projects.one)}>
      {project.isError ? (
        <ServerError error={project.error} onRetry={() => void project.refetch()} />
      ) : (
        <Loading rows={5} what={t(($) => $.projects.theProject)} />
      )}
    </Page>
  );
}

function Loaded({ project }: { project: Project }) {
  const { t } = useTranslation('records');
  const search = route.useSearch();
  const { task: openTask, q, status } = search;
  const navigate = route.useNavigate();
  const mayWrite = useMay('project:write');
  const tasks = useTasks(project.id, search);
  const isFiltered = q !== undefined || status !== undefined;
  // With filters on nobody knows here; the server does.
  const isEmpty = isFiltered || tasks.data?.pages.every((page) => page.items.length === 0) === true;
  const set = (next: ProjectSearch, replace = false) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace });
  return (
    <Page
      title={project.name}
      meta={<RecordStatus status={project.status} />}
      actions={mayWrite && <ProjectActions project={project} isEmpty={isEmpty} />}
    >
      <p className={classes.lead}>
        <Link to="/projects" search={{}} className={links.link}>
          {t(($) => $.projects.all)}
        </Link>
        {project.description !== null && <span>{project.description}</span>}
      </p>
      <div className={filters.bar}>
        <SearchField
          value={q ?? ''}
          onChange={(next) => set({ q: next === '' ? undefined : next }, true)}
          label={t(($) => $.tasks.search)}
        />
        <Select
          aria-label={t(($) => $.fields.status)}
          value={status ?? ''}
          onChange={(next) => set({ status: next === null || next === '' ? undefined : next }, true)}
          data={statusOptions(status).map((value) => ({
            value,
            label: value === '' ? t(($) => $.tasks.anyStatus) : statusWord(value),
          }))}
          allowDeselect={false}
          w={180}
        />
      </div>
      <RecordTable
        of="tasks"
        query={tasks}
        nameOf={(task) => task.title}
        linkOf={(task) => ({
          to: '/projects/$projectId',
          params: { projectId: project.id },
          search: { ...search, task: task.id },
        })}
        onOpen={(task) => set({ task: task.id })}
        more={[
          {
            id: 'due',
            header: t(($) => $.fields.dueDate),
            width: '13rem',
            shown: 'wide',
            cell: (task) => <DueDate task={task} />,
          },
        ]}
        secondLine={(task) => task.dueDate !== null && <DueDate task={task} />}
        onClear={isFiltered ? () => set({ q: undefined, status: undefined }, true) : undefined}
      />
      {openTask !== undefined && (
        <Suspense fallback={null}>
          <TaskDrawer
            key={openTask}
            taskId={openTask}
            projectId={project.id}
            onClose={() => set({ task: undefined })}
          />
        </Suspense>
      )}
    </Page>
  );

  function statusWord(value: string): string {
    const known = suggestedStatuses.find((each) => each === value);
    return known === undefined ? value : t(($) => $.statuses[known]);
  }
}

/** A word of the workspace that the address names is still the filter. */
function statusOptions(chosen: string | undefined): string[] {
  return [...new Set(['', ...suggestedStatuses, ...(chosen === undefined ? [] : [chosen])])];
}

function useTasks(projectId: string, { q, status }: ProjectSearch) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { projectId, search: q, status, limit: PAGE_SIZE };
  return usePages(
    trpc.projectTasks.list.infiniteQueryKey(input),
    (cursor) => client.projectTasks.list.query({ ...input, cursor }),
    { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS },
  );
}
