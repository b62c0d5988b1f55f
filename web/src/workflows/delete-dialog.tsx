import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import { useFocusReturn } from '../ui/use-focus-return.ts';
import type { WorkflowItem } from './workflow-types.ts';
import classes from './workflows.module.css';

type Target = Pick<WorkflowItem, 'workflowId' | 'name'>;

export function DeleteDialog({ workflow, onClose }: { workflow: Target; onClose: () => void }) {
  useFocusReturn();
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const deleting = useMutation({
    mutationFn: () => client.workflows.delete.mutate({ workflowId: workflow.workflowId }),
    onSuccess: async () => {
      announce(t(($) => $.delete.done, { name: workflow.name }));
      onClose();
      await queries.invalidateQueries(trpc.workflows.pathFilter());
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(($) => $.delete.title, { name: workflow.name })}
      closeButtonProps={{ 'aria-label': tCommon(($) => $.close) }}
    >
      <div className={classes.form}>
        <p className={classes.lead}>{t(($) => $.delete.text)}</p>
        {deleting.error !== null && <ServerError error={deleting.error} />}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {tCommon(($) => $.back)}
          </Button>
          <Button data-danger onClick={() => deleting.mutate()} loading={deleting.isPending}>
            {t(($) => $.delete.verb)}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
