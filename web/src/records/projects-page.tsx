import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.ts';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useMay } from '../session/session.ts';
import filters from '../ui/filters.module.css';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { ProjectDialog } from './project-dialog.tsx';
import { RecordTable } from './record-table.tsx';
import { FALLBACK_POLL_MS } from './record-types.ts';

const PAGE_SIZE = 50;
const route = getRouteApi('/shell/projects');

export function ProjectsPage() {
  const { t } = useTranslation('records');
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const mayWrite = useMay('project:write');
  const projects = useProjects(q);
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
      <RecordTable
        of="projects"
        query={projects}
        nameOf={(project) => project.name}
        linkOf={(project) => ({ to: '/projects/$projectId', params: { projectId: project.id }, search: {} })}
        onOpen={(project) => void navigate({ to: '/projects/$projectId', params: { projectId: project.id } })}
        onClear={q === undefined ? undefined : () => search('')}
      />
      {creating && <ProjectDialog project={null} onClose={() => setCreating(false)} />}
    </Page>
  );
}

function useProjects(search: string | undefined) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { search, limit: PAGE_SIZE };
  return usePages(
    trpc.projects.list.infiniteQueryKey(input),
    (cursor) => client.projects.list.query({ ...input, cursor }),
    { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS },
  );
}
