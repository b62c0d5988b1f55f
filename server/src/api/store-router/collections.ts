import { listCollections } from '../../store/list-collections.ts';
import { procedure } from '../trpc.ts';
import { collectionsInput, collectionsOutput } from './store.schema.ts';

/** Namespaces that hold entries or links, with how many of each. */
export const collections = procedure
  .input(collectionsInput)
  .output(collectionsOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listCollections(tx, input)));
