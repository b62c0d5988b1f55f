import { listLinks } from '../../links/list-links.ts';
import type { EntityLink } from '../../registry/ports.ts';
import { procedure } from '../trpc.ts';
import { listLinksInput, listLinksOutput } from './links.schema.ts';

/** Links of a namespace, oldest first. With `fromType` and `fromId` it is a look-up: each link also says which record is at its other end. */
export const list = procedure
  .input(listLinksInput)
  .output(listLinksOutput)
  .query(async ({ ctx, input }) => {
    const { namespace, fromType, fromId, toType, toId, relation, direction, limit, cursor } = input;
    const page = await ctx.withTenant((tx) =>
      listLinks(tx, {
        namespace,
        from: { type: fromType, id: fromId },
        to: { type: toType, id: toId },
        relation,
        direction,
        limit,
        cursor,
      }),
    );
    if (fromType === undefined || fromId === undefined) return page;
    const items = page.items.map((link) => ({ ...link, ...otherEnd(link, fromType, fromId) }));
    return { items, nextCursor: page.nextCursor };
  });

function otherEnd({ from, to }: EntityLink, type: string, id: string) {
  return from.type === type && from.id === id ? to : from;
}
