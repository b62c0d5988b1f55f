import { Button, Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useMay } from '../session/session.ts';
import { Loading } from '../ui/states.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { LinkedRecords } from './linked-records.tsx';
import { RecordStatus } from './record-status.tsx';
import type { Task } from './record-types.ts';
import classes from './records.module.css';
import { TaskForm } from './task-form.tsx';
import { TaskHistory } from './task-history.tsx';
import { useRecordMutation } from './use-record-mutation.ts';

/** One task: its fields, what it is linked to, and who or which run changed it. */
export function TaskDrawer({ taskId, projectId, onClose }: { taskId: string; projectId: string; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const trpc = useTRPC();
  const task = useQuery(trpc.projectTasks.get.queryOptions({ id: taskId }));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={
        <span className={classes.drawerTitle}>
          {t(($) => $.tasks.edit)}
          {task.data !== undefined && <RecordStatus status={task.data.status} />}
        </span>
      }
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      {task.isPending && <Loading rows={5} what={t(($) => $.tasks.theTask)} />}
      {task.isError && <ServerError error={task.error} onRetry={() => void task.refetch()} />}
      {task.data !== undefined && <Loaded task={task.data} projectId={projectId} onClose={onClose} />}
    </Drawer>
  );
}

function Loaded({ task, projectId, onClose }: { task: Task; projectId: string; onClose: () => void }) {
  const { t } = useTranslation('records');
  const mayWrite = useMay('project:write');
  const mayLook = useMay('workflow:read');
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.drawerBody}>
      <TaskForm
        projectId={projectId}
        task={task}
        readOnly={!mayWrite}
        onClose={onClose}
        aside={
          <Button variant="default" data-danger onClick={() => setAsking(true)}>
            {t(($) => $.tasks.delete.open)}
          </Button>
        }
      />
      {mayLook && <LinkedRecords taskId={task.id} />}
      <TaskHistory taskId={task.id} />
      {asking && <DeleteTask task={task} onClose={() => setAsking(false)} onDone={onClose} />}
    </div>
  );
}

function DeleteTask({ task, onClose, onDone }: { task: Task; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('records');
  const client = useTRPCClient();
  const deleting = useRecordMutation({
    change: () => client.projectTasks.delete.mutate({ id: task.id }),
    said: () => t(($) => $.deleted, { name: task.title }),
    onDone,
  });
  return (
    <DeleteDialog
      title={t(($) => $.tasks.delete.title, { name: task.title })}
      effect={t(($) => $.tasks.delete.effect)}
      verb={t(($) => $.tasks.delete.verb)}
      deleting={{ ...deleting, mutate: () => deleting.mutate(undefined) }}
      onClose={onClose}
    />
  );
}
