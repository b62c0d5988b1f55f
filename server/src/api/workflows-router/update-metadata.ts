import { updateMetadata as update } from '../../authoring/update-metadata.ts';
import { can } from '../../kernel/permissions.ts';
import { procedure } from '../trpc.ts';
import { updateMetadataInput, workflowOutput } from './workflows.schema.ts';

/** Settings, pause and name, at once. Errors: NOT_FOUND, WORKFLOW_KEY_FIXED, WORKFLOW_KEY_TAKEN, PERMISSION_DENIED (system workflow). */
export const updateMetadata = procedure
  .input(updateMetadataInput)
  .output(workflowOutput)
  .mutation(({ ctx, input: { workflowId, ...metadata } }) => {
    const mayChangeSystem = can(ctx.principal.role, 'workflow:admin');
    return ctx.withTenant((tx) => update(tx, ctx.writer, { workflowId, metadata, mayChangeSystem }));
  });
