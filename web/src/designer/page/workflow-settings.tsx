import { NumberInput, Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../../api/server-error.tsx';
import { type Inputs, useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { useEditorState } from '../store/editor-context.ts';
import classes from './designer.module.css';
import type { DesignedWorkflow } from './designer-types.ts';

type Settings = Omit<Inputs['workflows']['updateMetadata'], 'workflowId'>;

/** How it behaves while it is live. Settings take effect at once; they are no part of the draft. */
export function WorkflowSettings({ workflow }: { workflow: DesignedWorkflow }) {
  const { t } = useTranslation('designer');
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const changing = useChange(workflow.workflowId);
  return (
    <section className={classes.formSection} aria-label={t(($) => $.settings.title)}>
      <h3 className={classes.formTitle}>{t(($) => $.settings.title)}</h3>
      <Switch
        label={t(($) => $.settings.paused)}
        description={t(($) => $.settings.pausedHelp)}
        checked={changing.variables?.isPaused ?? workflow.isPaused}
        disabled={isReadOnly}
        onChange={(event) => changing.mutate({ isPaused: event.currentTarget.checked })}
      />
      <Limit
        key={workflow.concurrencyLimit}
        limit={workflow.concurrencyLimit}
        disabled={isReadOnly}
        onChange={(concurrencyLimit) => changing.mutate({ concurrencyLimit })}
      />
      {changing.error !== null && <ServerError error={changing.error} />}
    </section>
  );
}

function Limit({
  limit,
  disabled,
  onChange,
}: {
  limit: number | null;
  disabled: boolean;
  onChange: (limit: number | null) => void;
}) {
  const { t } = useTranslation('designer');
  const [typed, setTyped] = useState<number | string>(limit ?? '');
  const commit = () => {
    const next = typeof typed === 'number' ? typed : null;
    if (next !== limit) onChange(next);
  };
  return (
    <NumberInput
      label={t(($) => $.settings.limit)}
      description={t(($) => $.settings.limitHelp)}
      placeholder={t(($) => $.settings.noLimit)}
      value={typed}
      onChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
      min={1}
      max={10_000}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      disabled={disabled}
    />
  );
}

function useChange(workflowId: string) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (settings: Settings) => client.workflows.updateMetadata.mutate({ workflowId, ...settings }),
    onSettled: () => queries.invalidateQueries(trpc.workflows.pathFilter()),
  });
}
