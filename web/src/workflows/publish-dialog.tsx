import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import { Findings } from './findings.tsx';
import type { WorkflowItem } from './workflow-types.ts';
import classes from './workflows.module.css';

type Target = Pick<WorkflowItem, 'workflowId' | 'name' | 'draftVersion' | 'publishedVersion'>;

/** Makes the draft live, or says what is in the way. */
export function PublishDialog({ workflow, onClose }: { workflow: Target; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const publishing = usePublish(workflow);
  const verdict = publishing.data;
  const published = verdict?.ok === true;
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={t(($) => $.publish.title, { name: workflow.name })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <div className={classes.form}>
        <p className={classes.lead} role="status">
          {verdict === undefined
            ? workflow.publishedVersion === null
              ? t(($) => $.publish.first)
              : t(($) => $.publish.next, { version: workflow.publishedVersion })
            : published
              ? t(($) => $.publish.done, { version: verdict.publishedVersion ?? 0 })
              : t(($) => $.publish.refused, { count: verdict.errors.length })}
        </p>
        {verdict !== undefined && <Findings errors={verdict.errors} warnings={verdict.warnings} />}
        {publishing.error !== null && <ServerError error={publishing.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {published ? tCommon(($) => $.close) : tCommon(($) => $.back)}
          </Button>
          {!published && (
            <Button onClick={() => publishing.mutate()} loading={publishing.isPending}>
              {t(($) => $.publish.verb)}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
}

function usePublish({ workflowId, name }: Target) {
  const { t } = useTranslation('workflows');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: () => client.workflows.publish.mutate({ workflowId }),
    onSuccess: async (verdict) => {
      if (verdict.ok) announce(t(($) => $.publish.announced, { name, version: verdict.publishedVersion ?? 0 }));
      await queries.invalidateQueries(trpc.workflows.pathFilter());
    },
  });
}
