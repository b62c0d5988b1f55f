import { publishWorkflow } from '../../authoring/publish-workflow.ts';
import { can } from '../../kernel/permissions.ts';
import { procedure } from '../trpc.ts';
import { publishInput, publishOutput } from './workflows.schema.ts';

/** Makes the draft a live version; `ok: false` with the findings is a normal answer. Errors: NOT_FOUND, DRAFT_STALE, PERMISSION_DENIED. */
export const publish = procedure
  .input(publishInput)
  .output(publishOutput)
  .mutation(({ ctx, input }) => {
    const mayChangeSystem = can(ctx.principal.role, 'workflow:admin');
    return ctx.withTenant((tx) =>
      publishWorkflow(tx, ctx.writer, ctx.platform.registry, { ...input, mayChangeSystem }),
    );
  });
