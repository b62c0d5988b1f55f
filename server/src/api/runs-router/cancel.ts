import { cancelRun } from '../../runs/cancel-run.ts';
import { assertRunId } from '../../runs/get-run.ts';
import { procedure } from '../trpc.ts';
import { cancelInput, cancelOutput } from './runs.schema.ts';

/** Stops a run and the runs that it called. Errors: NOT_FOUND, RUN_NOT_CANCELABLE. */
export const cancel = procedure
  .input(cancelInput)
  .output(cancelOutput)
  .mutation(async ({ ctx, input }) => {
    assertRunId(input.runId);
    const { canceledRuns } = await ctx.withTenant((tx) => cancelRun(tx, ctx.writer, input));
    return { runId: input.runId, status: 'CANCELED' as const, canceledRuns };
  });
