import type { Tx } from '../../db/tx.ts';
import { listLinkNamespaces } from '../../links/list-namespaces.ts';
import { type SuggestInput, type Suggestions, suggestRelations, suggestTypes } from '../../links/suggest-labels.ts';
import { procedure } from '../trpc.ts';
import { suggestionsInput, suggestionsOutput } from './links.schema.ts';

const MAX_SUGGESTIONS = 50;

const suggest = {
  types: suggestTypes,
  relations: suggestRelations,
  async namespaces(tx: Tx, { prefix, limit }: SuggestInput): Promise<Suggestions> {
    const page = await listLinkNamespaces(tx, { prefix, limit });
    return { curated: [], used: page.items.map((item) => item.namespace) };
  },
};

/** Labels to offer for a field that takes any text: curated ones and those in use. */
export const suggestions = procedure
  .input(suggestionsInput)
  .output(suggestionsOutput)
  .query(({ ctx, input: { kind, ...input } }) =>
    ctx.withTenant((tx) => suggest[kind](tx, { ...input, limit: MAX_SUGGESTIONS })),
  );
