import { nameOrigins } from '../../audit/name-origins.ts';
import { listLinkHistory } from '../../links/list-link-history.ts';
import { procedure } from '../trpc.ts';
import { historyInput, historyOutput } from './links.schema.ts';
import { nameEnds } from './name-ends.ts';

/** Every change of a link, newest first: its attributes before and after, and which run and step made it. */
export const history = procedure
  .input(historyInput)
  .output(historyOutput)
  .query(({ ctx, input }) =>
    ctx.withTenant(async (tx) => {
      const { items, nextCursor } = await listLinkHistory(tx, input);
      return { items: await nameEnds(tx, ctx.principal, await nameOrigins(tx, items)), nextCursor };
    }),
  );
