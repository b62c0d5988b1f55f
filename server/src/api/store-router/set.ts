import { setEntry } from '../../store/set-entry.ts';
import { procedure } from '../trpc.ts';
import { withReason } from '../with-reason.ts';
import { setEntryInput, setEntryOutput } from './store.schema.ts';

/** Errors: STORE_REVISION_CONFLICT, STORE_VALUE_TOO_LARGE. */
export const set = procedure
  .input(setEntryInput)
  .output(setEntryOutput)
  .mutation(async ({ ctx, input: { reason, ...input } }) => {
    const limits = { maxValueBytes: ctx.platform.config.WORKFLOW_STORE_MAX_VALUE_BYTES };
    const written = await ctx.withTenant((tx) => setEntry(tx, withReason(ctx.writer, reason), input, limits));
    return { namespace: input.namespace, key: input.key, ...written };
  });
