import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import type { Project } from './record-types.ts';
import classes from './records.module.css';
import { StatusField } from './status-field.tsx';

/** Makes a project, or changes one. */
export function ProjectDialog({ project, onClose }: { project: Project | null; onClose: () => void }) {
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
        <StatusField {...form.getInputProps('status')} />
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
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (values: { name: string; description: string; status: string }) => {
      const fields = {
        name: values.name.trim(),
        description: values.description.trim() === '' ? null : values.description,
        status: values.status.trim(),
      };
      return project === null
        ? client.projects.create.mutate(fields)
        : client.projects.update.mutate({ id: project.id, ...fields, expectedUpdatedAt: project.updatedAt });
    },
    onSuccess: async (saved) => {
      announce(t(($) => $.saved, { name: saved.name }));
      onClose();
      await queries.invalidateQueries(trpc.projects.pathFilter());
      if (project === null) await navigate({ to: '/projects/$projectId', params: { projectId: saved.id }, search: {} });
    },
  });
}
