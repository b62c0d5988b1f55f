import { updateDraft as update } from '../../authoring/update-draft.ts';
import { can } from '../../kernel/permissions.ts';
import { procedure } from '../trpc.ts';
import { updateDraftInput, updateDraftOutput } from './workflows.schema.ts';

/** Replaces the draft. Errors: NOT_FOUND, DRAFT_STALE, INVALID_WORKFLOW_DEFINITION, PERMISSION_DENIED (system workflow). */
export const updateDraft = procedure
  .input(updateDraftInput)
  .output(updateDraftOutput)
  .mutation(({ ctx, input: { version: _version, ...input } }) => {
    const mayChangeSystem = can(ctx.principal.role, 'workflow:admin');
    return ctx.withTenant((tx) => update(tx, ctx.writer, ctx.platform.registry, { ...input, mayChangeSystem }));
  });
