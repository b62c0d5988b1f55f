import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { useErrorText } from '../api/use-error-text.ts';
import { useAnnounce } from '../ui/announcer.tsx';
import type { WorkflowItem } from './workflow-types.ts';

/** Pausing stops new starts; runs that are under way go on. */
export function usePause() {
  const { t } = useTranslation('workflows');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const errors = useErrorText();
  return useMutation({
    mutationFn: ({ workflow, isPaused }: { workflow: Pick<WorkflowItem, 'workflowId' | 'name'>; isPaused: boolean }) =>
      client.workflows.updateMetadata.mutate({ workflowId: workflow.workflowId, isPaused }),
    onSuccess: (_answer, { workflow, isPaused }) => {
      const { name } = workflow;
      announce(isPaused ? t(($) => $.paused, { name }) : t(($) => $.resumed, { name }));
      return queries.invalidateQueries(trpc.workflows.pathFilter());
    },
    onError: (error) => announce(errors.of(error)),
  });
}
