import { listRunStoreChanges } from '../../store/list-entry-history.ts';
import { procedure } from '../trpc.ts';
import { changesOutput, runChangesInput } from './store.schema.ts';

/** What the steps of a run changed in the store, in order. */
export const runChanges = procedure
  .input(runChangesInput)
  .output(changesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listRunStoreChanges(tx, input)));
