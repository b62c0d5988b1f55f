import { upsertLink } from '../../links/upsert-link.ts';
import { procedure } from '../trpc.ts';
import { withReason } from '../with-reason.ts';
import { upsertInput, upsertOutput } from './links.schema.ts';

/** Links two records, or replaces the attributes of their link. Errors: STORE_VALUE_TOO_LARGE. */
export const upsert = procedure
  .input(upsertInput)
  .output(upsertOutput)
  .mutation(({ ctx, input: { reason, ...input } }) => {
    const limits = { maxValueBytes: ctx.platform.config.WORKFLOW_STORE_MAX_VALUE_BYTES };
    return ctx.withTenant((tx) => upsertLink(tx, withReason(ctx.writer, reason), input, limits));
  });
