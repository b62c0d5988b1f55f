import { deleteLinks } from '../../links/delete-links.ts';
import type { RecordRef } from '../../registry/ports.ts';
import { procedure } from '../trpc.ts';
import { withReason } from '../with-reason.ts';
import { deleteInput, deleteOutput } from './links.schema.ts';

/** Takes away every link that matches; at least one end has to be named. Errors: LINK_ENDPOINT_REQUIRED. */
export const deleteMany = procedure
  .input(deleteInput)
  .output(deleteOutput)
  .mutation(({ ctx, input }) => {
    const { namespace, fromType, fromId, toType, toId, relation, direction, reason } = input;
    const criteria = { namespace, from: recordRef(fromType, fromId), to: recordRef(toType, toId), relation, direction };
    return ctx.withTenant((tx) => deleteLinks(tx, withReason(ctx.writer, reason), criteria));
  });

function recordRef(type: string | undefined, id: string | undefined): RecordRef | undefined {
  return type === undefined || id === undefined ? undefined : { type, id };
}
