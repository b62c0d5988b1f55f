import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import classes from './workflows.module.css';

/** Until a trigger is chosen a workflow is started by hand, without input. */
const emptyDefinition = { payloadSchemaRef: 'payload.Empty.v1', steps: [] };

/** Names a new workflow and goes to its empty pipe. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [isMissing, setMissing] = useState(false);
  const creating = useCreate();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '') creating.mutate({ name: name.trim(), description: description.trim() || null });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(($) => $.create.title)}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={t(($) => $.create.name)}
          description={t(($) => $.create.nameHelp)}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={isMissing ? t(($) => $.create.nameNeeded) : null}
          maxLength={256}
          data-autofocus
        />
        <Textarea
          label={t(($) => $.create.description)}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          maxLength={10_000}
          autosize
          minRows={2}
        />
        {creating.error !== null && <ServerError error={creating.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {t(($) => $.create.verb)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useCreate() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (input: { name: string; description: string | null }) =>
      client.workflows.create.mutate({ ...input, definition: emptyDefinition }),
    onSuccess: ({ key }) => {
      void queries.invalidateQueries(trpc.workflows.pathFilter());
      void navigate({ to: '/workflows/$workflowId', params: { workflowId: key } });
    },
  });
}
