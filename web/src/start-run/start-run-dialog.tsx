import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPCClient } from '../api/trpc.ts';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { parsePayload } from './parse-payload.ts';
import classes from './start-run.module.css';

interface Target {
  workflowId: string;
  name: string;
  publishedVersion: number | null;
}

/** Starts the live version with a payload written as JSON, and goes to the run. */
export function StartRunDialog({ workflow, onClose }: { workflow: Target; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const client = useTRPCClient();
  const navigate = useNavigate();
  const [text, setText] = useState('{}');
  const [problem, setProblem] = useState<string | null>(null);
  const starting = useMutation({
    mutationFn: (payload: Record<string, unknown>) =>
      client.runs.start.mutate({ workflowId: workflow.workflowId, payload: payload as never }),
    onSuccess: ({ runId }) => navigate({ to: '/runs/$runId', params: { runId } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const payload = parsePayload(text);
    setProblem(payload === null ? t(($) => $.run.payloadNeeded) : null);
    if (payload !== null) starting.mutate(payload);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t(($) => $.run.title, { name: workflow.name })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <p className={classes.lead}>{t(($) => $.run.text, { version: workflow.publishedVersion ?? 0 })}</p>
        <Textarea
          className={classes.payload}
          label={t(($) => $.run.payload)}
          description={t(($) => $.run.payloadHelp)}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={problem}
          rows={10}
          spellCheck={false}
          data-autofocus
        />
        {starting.error !== null && <ServerError error={starting.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button type="submit" loading={starting.isPending}>
            {t(($) => $.run.verb)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
