import { listLinks } from '../../links/list-links.ts';
import type { EntityLink } from '../../registry/ports.ts';
import { procedure } from '../trpc.ts';
import { listLinksInput, listLinksOutput } from './links.schema.ts';
import { nameEnds } from './name-ends.ts';

/** Links of a namespace, oldest first. With `fromType` and `fromId` it is a look-up: each link also says which record is at its other end. */
export const list = procedure
  .input(listLinksInput)
  .output(listLinksOutput)
  .query(async ({ ctx, input }) => {
    const { namespace, fromType, fromId, toType, toId, relation, direction, limit, cursor } = input;
    const filter = {
      namespace,
      from: { type: fromType, id: fromId },
      to: { type: toType, id: toId },
      relation,
      direction,
    };
    const page = await ctx.withTenant(async (tx) => {
      const { items, nextCursor } = await listLinks(tx, { ...filter, limit, cursor });
      return { items: await nameEnds(tx, ctx.principal, items), nextCursor };
    });
    if (fromType === undefined || fromId === undefined) return page;
    return { ...page, items: page.items.map((link) => ({ ...link, ...otherEnd(link, fromType, fromId) })) };
  });

function otherEnd({ from, to }: EntityLink, type: string, id: string) {
  return from.type === type && from.id === id ? to : from;
}
