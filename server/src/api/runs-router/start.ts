import { startLimitsOf } from '../../runs/start-limits.ts';
import { startRunByHand } from '../../runs/start-run-by-hand.ts';
import { procedure } from '../trpc.ts';
import { startInput, startOutput } from './runs.schema.ts';

/**
 * Creates a run; a worker executes it. Errors: NOT_FOUND, WORKFLOW_PAUSED, WORKFLOW_NOT_PUBLISHED, RATE_LIMITED, PAYLOAD_TOO_LARGE,
 * RUN_PAYLOAD_INVALID (a FAILED run is left as a record).
 */
export const start = procedure
  .input(startInput)
  .output(startOutput)
  .mutation(async ({ ctx, input }) => {
    const result = await ctx.withTenant((tx) =>
      startRunByHand(tx, ctx.writer, {
        workflow: input.workflowId ?? input.workflowKey ?? '',
        version: input.workflowVersion,
        payload: input.payload,
        limits: startLimitsOf(ctx.platform.config),
      }),
    );
    // After the commit, so that the record of a refused payload stays.
    if (result.outcome === 'refused') throw result.error;
    if (result.outcome === 'duplicate') throw new Error('a start without a fire key cannot be a duplicate');
    return { runId: result.runId, status: result.status, workflowVersion: result.workflowVersion };
  });
