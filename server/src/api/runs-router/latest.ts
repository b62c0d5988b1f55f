import { findLatestRun } from '../../runs/find-latest-run.ts';
import { procedure } from '../trpc.ts';
import { latestInput, latestOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** The newest run, of one workflow or of all; null where there is none. */
export const latest = procedure
  .input(latestInput)
  .output(latestOutput)
  .query(async ({ ctx, input }) => ({
    run: await ctx.withTenant((tx) => findLatestRun(tx, { ...input, view: viewOf(ctx.principal) })),
  }));
