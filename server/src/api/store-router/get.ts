import { getEntry } from '../../store/get-entry.ts';
import { procedure } from '../trpc.ts';
import { entryAddress, entryOutput } from './store.schema.ts';

/** Errors: NOT_FOUND, also once the entry's time is over. */
export const get = procedure
  .input(entryAddress)
  .output(entryOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => getEntry(tx, input)));
