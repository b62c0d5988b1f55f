import { summarizeRuns } from '../../runs/summarize-runs.ts';
import { procedure } from '../trpc.ts';
import { summaryInput, summaryOutput } from './runs.schema.ts';

/** How many runs stand where. */
export const summary = procedure
  .input(summaryInput)
  .output(summaryOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => summarizeRuns(tx, input)));
