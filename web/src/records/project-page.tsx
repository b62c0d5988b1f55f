import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconSubtask } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.ts';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useMay } from '../session/session.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Moment } from '../ui/moment.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import links from '../ui/text-link.module.css';
import { ProjectDialog } from './project-dialog.tsx';
import { RecordStatus } from './record-status.tsx';
import type { Project, Task } from './record-types.ts';
import classes from './records.module.css';
import { TaskDialog } from './task-dialog.tsx';

const PAGE_SIZE = 100;
const FALLBACK_POLL_MS = 10_000;
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
  const { task: openTask } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('project:write');
  const [dialog, setDialog] = useState<'project' | 'task' | null>(null);
  const tasks = useTasks(project.id);
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const open = (task: string | undefined) => void navigate({ search: { task } });
  const edited = items.find((task) => task.id === openTask);
  return (
    <Page
      title={project.name}
      meta={<RecordStatus status={project.status} />}
      actions={
        mayWrite && (
          <>
            <Button
              size="md"
              variant="default"
              leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
              onClick={() => setDialog('project')}
            >
              {t(($) => $.projects.editVerb)}
            </Button>
            <Button
              size="md"
              leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
              onClick={() => setDialog('task')}
            >
              {t(($) => $.tasks.new)}
            </Button>
          </>
        )
      }
    >
      <p className={classes.lead}>
        <Link to="/projects" search={{}} className={links.link}>
          {t(($) => $.projects.all)}
        </Link>
        {project.description !== null && <span>{project.description}</span>}
      </p>
      {tasks.isPending ? (
        <Loading rows={6} what={t(($) => $.tasks.theList)} />
      ) : tasks.isError && tasks.data === undefined ? (
        <ServerError error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : (
        <TaskTable
          tasks={items}
          projectId={project.id}
          onOpen={(task) => open(task.id)}
          more={
            tasks.hasNextPage
              ? { fetch: () => void tasks.fetchNextPage(), fetching: tasks.isFetchingNextPage }
              : undefined
          }
        />
      )}
      {dialog === 'project' && <ProjectDialog project={project} onClose={() => setDialog(null)} />}
      {dialog === 'task' && <TaskDialog projectId={project.id} task={null} onClose={() => setDialog(null)} />}
      {edited !== undefined && (
        <TaskDialog
          key={edited.id}
          projectId={project.id}
          task={edited}
          readOnly={!mayWrite}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function TaskTable({
  tasks,
  projectId,
  onOpen,
  more,
}: {
  tasks: readonly Task[];
  projectId: string;
  onOpen: (task: Task) => void;
  more: { fetch: () => void; fetching: boolean } | undefined;
}) {
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const columns: Column<Task>[] = [
    {
      id: 'title',
      header: t(($) => $.fields.title),
      cell: (row) => (
        <div className={classes.nameCell}>
          <Link to="/projects/$projectId" params={{ projectId }} search={{ task: row.id }} className={links.name}>
            {row.title}
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
    {
      id: 'due',
      header: t(($) => $.fields.dueDate),
      width: '8rem',
      shown: 'wide',
      cell: (row) =>
        row.dueDate === null ? (
          <span className={classes.quiet}>{tCommon(($) => $.none)}</span>
        ) : (
          format.date(row.dueDate)
        ),
    },
    { id: 'changed', header: t(($) => $.fields.changed), width: '9rem', cell: (row) => <Moment iso={row.updatedAt} /> },
  ];
  return (
    <DataTable
      label={t(($) => $.tasks.title)}
      columns={columns}
      rows={tasks}
      rowKey={(row) => row.id}
      onOpen={onOpen}
      more={more}
      empty={
        <EmptyState icon={IconSubtask} title={t(($) => $.tasks.empty.title)} text={t(($) => $.tasks.empty.text)} />
      }
      tall
    />
  );
}

function useTasks(projectId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { projectId, limit: PAGE_SIZE };
  return usePages(
    trpc.projectTasks.list.infiniteQueryKey(input),
    (cursor) => client.projectTasks.list.query({ ...input, cursor }),
    { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS },
  );
}
