import { listStoreNamespaces } from '../../store/list-namespaces.ts';
import { procedure } from '../trpc.ts';
import { suggestionsInput, suggestionsOutput } from './store.schema.ts';

const MAX_SUGGESTIONS = 50;

/** Namespaces in use, for a field that takes any text. */
export const suggestions = procedure
  .input(suggestionsInput)
  .output(suggestionsOutput)
  .query(async ({ ctx, input }) => {
    const page = await ctx.withTenant((tx) => listStoreNamespaces(tx, { ...input, limit: MAX_SUGGESTIONS }));
    return { curated: [], used: page.items.map((item) => item.namespace) };
  });
