import { deleteEntry } from '../../store/delete-entry.ts';
import { procedure } from '../trpc.ts';
import { deleteEntryOutput, entryAddress } from './store.schema.ts';

/** A key that is not there is no error: `deleted` says so. */
export const deleteOne = procedure
  .input(entryAddress)
  .output(deleteEntryOutput)
  .mutation(({ ctx, input }) => ctx.withTenant((tx) => deleteEntry(tx, ctx.writer, input)));
