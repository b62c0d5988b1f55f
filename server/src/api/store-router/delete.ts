import { deleteEntry } from '../../store/delete-entry.ts';
import { procedure } from '../trpc.ts';
import { withReason } from '../with-reason.ts';
import { deleteEntryInput, deleteEntryOutput } from './store.schema.ts';

/** A key that is not there is no error: `deleted` says so. */
export const deleteOne = procedure
  .input(deleteEntryInput)
  .output(deleteEntryOutput)
  .mutation(({ ctx, input: { reason, ...address } }) =>
    ctx.withTenant((tx) => deleteEntry(tx, withReason(ctx.writer, reason), address)),
  );
