import { listLinks } from '../../links/list-links.ts';
import { procedure } from '../trpc.ts';
import { aroundInput, linksPageOutput } from './links.schema.ts';
import { nameEnds } from './name-ends.ts';

/** Everything linked to a record, in all namespaces and both directions, oldest first. */
export const around = procedure
  .input(aroundInput)
  .output(linksPageOutput)
  .query(({ ctx, input: { type, id, ...page } }) =>
    ctx.withTenant(async (tx) => {
      const { items, nextCursor } = await listLinks(tx, { from: { type, id }, direction: 'either', ...page });
      return { items: await nameEnds(tx, ctx.principal, items), nextCursor };
    }),
  );
