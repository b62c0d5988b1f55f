import { deleteWorkflow } from '../../authoring/delete-workflow.ts';
import { can } from '../../kernel/permissions.ts';
import { procedure } from '../trpc.ts';
import { deleteOutput, workflowIdInput } from './workflows.schema.ts';

/** Deletes a workflow and the history of its runs. Errors: NOT_FOUND, WORKFLOW_HAS_RUNS, PERMISSION_DENIED (system workflow). */
export const deleteProcedure = procedure
  .input(workflowIdInput)
  .output(deleteOutput)
  .mutation(({ ctx, input }) => {
    const mayChangeSystem = can(ctx.principal.role, 'workflow:admin');
    return ctx.withTenant((tx) => deleteWorkflow(tx, ctx.writer, { ...input, mayChangeSystem }));
  });
