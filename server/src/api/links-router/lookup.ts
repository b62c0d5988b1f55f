import { lookupLinks } from '../../links/lookup-links.ts';
import { procedure } from '../trpc.ts';
import { lookupInput, lookupOutput } from './links.schema.ts';

/** The records at the other ends of a record's links, oldest link first. */
export const lookup = procedure
  .input(lookupInput)
  .output(lookupOutput)
  .query(async ({ ctx, input }) => ({ matches: await ctx.withTenant((tx) => lookupLinks(tx, input)) }));
