import { browseEntries } from '../../store/browse-entries.ts';
import { procedure } from '../trpc.ts';
import { listEntriesInput, listEntriesOutput } from './store.schema.ts';

/** Live entries of a namespace in order of their keys, each with the change that made it what it is. */
export const list = procedure
  .input(listEntriesInput)
  .output(listEntriesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => browseEntries(tx, input)));
