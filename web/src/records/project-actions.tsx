import { Button, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPCClient } from '../api/trpc.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import type { Project } from './record-types.ts';
import { useRecordMutation } from './use-record-mutation.ts';

// Forms are fetched when somebody writes.
const ProjectDialog = lazyPart(() => import('./project-dialog.tsx'), 'ProjectDialog');
const TaskDialog = lazyPart(() => import('./task-dialog.tsx'), 'TaskDialog');

/** What can be done with a project; one that holds tasks stays. */
export function ProjectActions({ project, isEmpty }: { project: Project; isEmpty: boolean }) {
  const { t } = useTranslation('records');
  const [dialog, setDialog] = useState<'edit' | 'task' | 'delete' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Tooltip label={t(($) => $.projects.delete.needsEmpty)} disabled={isEmpty}>
        <Button
          size="md"
          variant="default"
          data-danger
          {...(!isEmpty && { 'data-disabled': true, 'aria-disabled': true })}
          onClick={() => {
            if (isEmpty) setDialog('delete');
          }}
        >
          {t(($) => $.projects.delete.open)}
        </Button>
      </Tooltip>
      <Button
        size="md"
        variant="default"
        leftSection={<IconPencil size={15} stroke={1.7} aria-hidden />}
        onClick={() => setDialog('edit')}
      >
        {t(($) => $.projects.editVerb)}
      </Button>
      <Button size="md" leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />} onClick={() => setDialog('task')}>
        {t(($) => $.tasks.new)}
      </Button>
      <Suspense fallback={null}>
        {dialog === 'edit' && <ProjectDialog project={project} onClose={close} />}
        {dialog === 'task' && <TaskDialog projectId={project.id} onClose={close} />}
      </Suspense>
      {dialog === 'delete' && <DeleteProject project={project} onClose={close} />}
    </>
  );
}

function DeleteProject({ project, onClose }: { project: Project; onClose: () => void }) {
  const { t } = useTranslation('records');
  const client = useTRPCClient();
  const navigate = useNavigate();
  const deleting = useRecordMutation({
    change: () => client.projects.delete.mutate({ id: project.id }),
    said: () => t(($) => $.deleted, { name: project.name }),
    onDone: () => void navigate({ to: '/projects', search: {} }),
  });
  return (
    <DeleteDialog
      title={t(($) => $.projects.delete.title, { name: project.name })}
      effect={t(($) => $.projects.delete.effect)}
      verb={t(($) => $.projects.delete.verb)}
      deleting={{ ...deleting, mutate: () => deleting.mutate(undefined) }}
      onClose={onClose}
    />
  );
}
