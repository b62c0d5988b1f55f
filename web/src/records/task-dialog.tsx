import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import type { Task } from './record-types.ts';
import classes from './records.module.css';
import { StatusField } from './status-field.tsx';

interface TaskValues {
  title: string;
  description: string;
  dueDate: string;
  status: string;
}

/** Makes a task, or changes one; workflows that listen hear of it the moment it is saved. */
export function TaskDialog({
  projectId,
  task,
  readOnly = false,
  onClose,
}: {
  projectId: string;
  task: Task | null;
  readOnly?: boolean;
  onClose: () => void;
}) {
  useFocusReturn();
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const saving = useSaveTask(projectId, task, onClose);
  const form = useForm<TaskValues>({
    initialValues: {
      title: task?.title ?? '',
      description: task?.description ?? '',
      dueDate: (task?.dueDate ?? '').slice(0, 10),
      status: task?.status ?? 'open',
    },
    validate: {
      title: (title) => (title.trim() === '' ? t(($) => $.tasks.titleNeeded) : null),
      status: (status) => (status.trim() === '' ? t(($) => $.fields.statusNeeded) : null),
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={task === null ? t(($) => $.tasks.new) : t(($) => $.tasks.edit)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <TextInput
          label={t(($) => $.fields.title)}
          maxLength={512}
          readOnly={readOnly}
          data-autofocus
          {...form.getInputProps('title')}
        />
        <Textarea
          label={t(($) => $.fields.description)}
          rows={4}
          readOnly={readOnly}
          {...form.getInputProps('description')}
        />
        <div className={classes.two}>
          <TextInput
            type="date"
            label={t(($) => $.fields.dueDate)}
            description={t(($) => $.fields.dueDateHelp)}
            readOnly={readOnly}
            {...form.getInputProps('dueDate')}
          />
          <StatusField {...form.getInputProps('status')} />
        </div>
        {saving.error !== null && <ServerError error={saving.error} />}
        <div className={classes.buttons}>
          {readOnly && (
            <span className={classes.readOnly}>
              {tCommon(($) => $.needsPermission, { permission: 'project:write' })}
            </span>
          )}
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          {!readOnly && (
            <Button type="submit" loading={saving.isPending}>
              {task === null ? t(($) => $.tasks.create) : tCommon(($) => $.save)}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}

function useSaveTask(projectId: string, task: Task | null, onClose: () => void) {
  const { t } = useTranslation('records');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (values: TaskValues) => {
      if (task === null) return client.projectTasks.create.mutate({ projectId, ...fieldsOf(values, null) });
      return client.projectTasks.update.mutate({
        id: task.id,
        ...fieldsOf(values, task),
        expectedUpdatedAt: task.updatedAt,
      });
    },
    onSuccess: async (saved) => {
      announce(t(($) => $.saved, { name: saved.title }));
      onClose();
      await queries.invalidateQueries(trpc.projectTasks.pathFilter());
    },
  });
}

function fieldsOf(values: TaskValues, before: Task | null) {
  // A due time that came from elsewhere stays as long as its day is not changed.
  const dayKept = before?.dueDate?.slice(0, 10) === values.dueDate;
  return {
    title: values.title.trim(),
    description: values.description.trim() === '' ? null : values.description,
    dueDate: values.dueDate === '' ? null : dayKept ? (before?.dueDate ?? null) : values.dueDate,
    status: values.status.trim(),
  };
}
