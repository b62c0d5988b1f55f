import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import type { WorkflowItem } from './workflow-types.ts';

/** Another workflow with the same draft, unpublished, opened at once. */
export function useDuplicate() {
  const { t } = useTranslation('workflows');
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({
      workflowId,
      name,
      description,
    }: Pick<WorkflowItem, 'workflowId' | 'name' | 'description'>) => {
      const { definition } = await client.workflows.get.query({ workflowId, version: 'draft' });
      return client.workflows.create.mutate({ name: t(($) => $.copyOf, { name }), description, definition });
    },
    onSuccess: ({ key }) => {
      void queries.invalidateQueries(trpc.workflows.pathFilter());
      void navigate({ to: '/workflows/$workflowId', params: { workflowId: key } });
    },
  });
}
