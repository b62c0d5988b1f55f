import { Button, Modal } from '@mantine/core';
import type { JsonObject } from '@penstock/server/language';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiErrorOf, issuesOf } from '../api/api-error.ts';
import { ServerError } from '../api/server-error.tsx';
import { useTRPCClient } from '../api/trpc.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { Loading } from '../ui/states.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { parsePayload } from './parse-payload.ts';
import { PayloadFields } from './payload-fields.tsx';
import classes from './start-run.module.css';
import { nothingTyped } from './typed.ts';
import { hasMembers, useContract } from './use-contract.ts';

export interface StartRunProps {
  workflow: { workflowId: string; name: string; publishedVersion: number | null };
  onClose: () => void;
}

export function StartRunForm({ workflow, onClose }: StartRunProps) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const contract = useContract(workflow);
  const starting = useStart(workflow.workflowId);
  const issues = useIssueTexts(starting.error);
  const [typed, setTyped] = useState(nothingTyped);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const payload = (typed.mode === 'form' ? typed.value : parsePayload(typed.text)) as JsonObject | null;
    setProblem(payload === null ? t(($) => $.run.payloadNeeded) : null);
    if (payload !== null) starting.mutate(payload);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={t(($) => $.run.title, { name: workflow.name })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <p className={classes.lead}>{t(($) => $.run.text, { version: workflow.publishedVersion ?? 0 })}</p>
        {contract.isPending && <Loading rows={3} what={t(($) => $.run.payload)} />}
        {contract.isError && <ServerError error={contract.error} onRetry={() => void contract.refetch()} />}
        {contract.data !== undefined && (
          <PayloadFields
            contract={contract.data}
            typed={typed}
            onChange={(next) => {
              setTyped(next);
              setProblem(null);
            }}
            issues={issues}
            problem={problem}
          />
        )}
        {starting.error !== null && <ServerError error={starting.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {tCommon(($) => $.back)}
          </Button>
          <Button
            type="submit"
            loading={starting.isPending}
            data-autofocus={contract.data !== undefined && !hasMembers(contract.data.schema)}
          >
            {t(($) => $.run.verb)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function useStart(workflowId: string) {
  const client = useTRPCClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (payload: JsonObject) => client.runs.start.mutate({ workflowId, payload }),
    onSuccess: ({ runId }) => navigate({ to: '/runs/$runId', params: { runId } }),
  });
}

/** What the server says of single members, at their fields. */
function useIssueTexts(error: unknown): Record<string, string> {
  const texts = useErrorText();
  if (error === null || error === undefined) return {};
  return Object.fromEntries(
    issuesOf(apiErrorOf(error)).map((issue) => [issue.path.replace(/^\/?payload(?=\/|$)/, ''), texts.ofIssue(issue)]),
  );
}
