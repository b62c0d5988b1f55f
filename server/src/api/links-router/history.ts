import { listLinkHistory } from '../../links/list-link-history.ts';
import { procedure } from '../trpc.ts';
import { changesOutput, historyInput } from './links.schema.ts';

/** Every change of a link, newest first: its attributes before and after, and which run and step made it. */
export const history = procedure
  .input(historyInput)
  .output(changesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listLinkHistory(tx, input)));
