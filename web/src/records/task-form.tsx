import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPCClient } from '../api/trpc.ts';
import type { Task } from './record-types.ts';
import classes from './records.module.css';
import { StatusField } from './status-field.tsx';
import { fieldsOf, type TaskValues, valuesOf } from './task-values.ts';
import { useRecordMutation } from './use-record-mutation.ts';

export interface TaskFormProps {
  projectId: string;
  /** null = a new one. */
  task: Task | null;
  readOnly?: boolean;
  onClose: () => void;
  /** Stands before the buttons. */
  aside?: ReactNode;
}

/** The fields of a task; workflows that listen hear of a change the moment it is saved. */
export function TaskForm({ projectId, task: current, readOnly = false, onClose, aside }: TaskFormProps) {
  // As it was when it was opened: a change by somebody else in between is refused, not overwritten.
  const [task] = useState(current);
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const saving = useSaveTask(projectId, task, onClose);
  const form = useForm<TaskValues>({
    initialValues: valuesOf(task),
    validate: {
      title: (title) => (title.trim() === '' ? t(($) => $.tasks.titleNeeded) : null),
      status: (status) => (status.trim() === '' ? t(($) => $.fields.statusNeeded) : null),
    },
  });
  return (
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
        autosize
        minRows={3}
        maxRows={10}
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
        <StatusField
          value={form.values.status}
          onChange={(status) => form.setFieldValue('status', status)}
          error={form.errors.status}
          isDisabled={readOnly}
        />
      </div>
      {saving.error !== null && <ServerError error={saving.error} />}
      <div className={classes.buttons}>
        {readOnly ? (
          <span className={classes.aside}>{tCommon(($) => $.needsPermission, { permission: 'project:write' })}</span>
        ) : (
          aside !== undefined && <span className={classes.aside}>{aside}</span>
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
  );
}

function useSaveTask(projectId: string, task: Task | null, onClose: () => void) {
  const { t } = useTranslation('records');
  const client = useTRPCClient();
  return useRecordMutation({
    change: (values: TaskValues) => {
      const fields = fieldsOf(values, task);
      if (task === null) return client.projectTasks.create.mutate({ projectId, ...fields });
      return client.projectTasks.update.mutate({ id: task.id, ...fields, expectedUpdatedAt: task.updatedAt });
    },
    said: (saved) => t(($) => $.saved, { name: saved.title }),
    onDone: onClose,
  });
}
