import { listRunLinkChanges } from '../../links/list-link-history.ts';
import { procedure } from '../trpc.ts';
import { changesOutput, runChangesInput } from './links.schema.ts';

/** What the steps of a run linked and unlinked, in order. */
export const runChanges = procedure
  .input(runChangesInput)
  .output(changesOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listRunLinkChanges(tx, input)));
