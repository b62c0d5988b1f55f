import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import type { DesignedWorkflow } from './designer-types.ts';
import { useDraftSaver } from './use-draft.ts';

export interface PayloadMode {
  mode: 'pinned' | 'inferred';
  change: (mode: 'pinned' | 'inferred') => void;
}

/** Whether the input follows the event or stays what it is. It belongs to the workflow, not to its draft, so it is saved at once. */
export function usePayloadMode(workflow: DesignedWorkflow): PayloadMode {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const saver = useDraftSaver();
  const { workflowId } = workflow;
  const changing = useMutation({
    mutationFn: async (payloadSchemaMode: 'pinned' | 'inferred') => {
      await saver.flush();
      return client.workflows.updateMetadata.mutate({ workflowId, payloadSchemaMode });
    },
    onSettled: () => queries.invalidateQueries(trpc.workflows.pathFilter()),
  });
  return {
    mode: changing.isPending ? changing.variables : workflow.payloadSchemaMode,
    change: (mode) => changing.mutate(mode),
  };
}
