import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPCClient } from '../api/trpc.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import type { Project } from './record-types.ts';
import classes from './records.module.css';
import { StatusField } from './status-field.tsx';
import { useRecordMutation } from './use-record-mutation.ts';

/** Makes a project, or changes one. */
export function ProjectDialog({ project: current, onClose }: { project: Project | null; onClose: () => void }) {
  // As it was when it was opened: a change by somebody else in between is refused, not overwritten.
  const [project] = useState(current);
  useFocusReturn();
  const { t } = useTranslation('records');
  const { t: tCommon } = useTranslation('common');
  const saving = useSaveProject(project, onClose);
  const form = useForm({
    initialValues: {
      name: project?.name ?? '',
      description: project?.description ?? '',
      status: project?.status ?? 'open',
    },
    validate: {
      name: (name) => (name.trim() === '' ? t(($) => $.projects.nameNeeded) : null),
      status: (status) => (status.trim() === '' ? t(($) => $.fields.statusNeeded) : null),
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={project === null ? t(($) => $.projects.new) : t(($) => $.projects.edit, { name: project.name })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form className={classes.form} noValidate onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <TextInput label={t(($) => $.fields.name)} maxLength={256} data-autofocus {...form.getInputProps('name')} />
        <Textarea label={t(($) => $.fields.description)} rows={3} {...form.getInputProps('description')} />
        <StatusField
          value={form.values.status}
          onChange={(status) => form.setFieldValue('status', status)}
          error={form.errors.status}
        />
        {saving.error !== null && <ServerError error={saving.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {project === null ? t(($) => $.projects.create) : tCommon(($) => $.save)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useSaveProject(project: Project | null, onClose: () => void) {
  const { t } = useTranslation('records');
  const client = useTRPCClient();
  const navigate = useNavigate();
  return useRecordMutation({
    change: (values: { name: string; description: string; status: string }) => {
      const fields = {
        name: values.name.trim(),
        description: values.description.trim() === '' ? null : values.description,
        status: values.status.trim(),
      };
      return project === null
        ? client.projects.create.mutate(fields)
        : client.projects.update.mutate({ id: project.id, ...fields, expectedUpdatedAt: project.updatedAt });
    },
    said: (saved) => t(($) => $.saved, { name: saved.name }),
    onDone: (saved) => {
      onClose();
      if (project === null) {
        void navigate({ to: '/projects/$projectId', params: { projectId: saved.id }, search: {} });
      }
    },
  });
}
