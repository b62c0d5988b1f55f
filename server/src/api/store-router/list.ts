import { listEntries } from '../../store/list-entries.ts';
import { procedure } from '../trpc.ts';
import { listEntriesInput, listEntriesOutput } from './store.schema.ts';

/** Live entries of a namespace in order of their keys. */
export const list = procedure
  .input(listEntriesInput)
  .output(listEntriesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listEntries(tx, input)));
