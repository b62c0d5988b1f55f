import { listLinks } from '../../links/list-links.ts';
import { procedure } from '../trpc.ts';
import { aroundInput, linksPageOutput } from './links.schema.ts';

/** Everything linked to a record, in all namespaces and both directions, oldest first. */
export const around = procedure
  .input(aroundInput)
  .output(linksPageOutput)
  .query(({ ctx, input: { type, id, ...page } }) =>
    ctx.withTenant((tx) => listLinks(tx, { from: { type, id }, direction: 'either', ...page })),
  );
