import { writeAudit } from '../../audit/write-audit.ts';
import { noCausation } from '../../kernel/actor.ts';
import { isUuid } from '../../kernel/ids.ts';
import { startLimitsOf } from '../../runs/start-limits.ts';
import { startRun } from '../../runs/start-run.ts';
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
    const result = await ctx.withTenant(async (tx) => {
      const started = await startRun(tx, {
        workflow: workflowOf(input.workflowId ?? input.workflowKey ?? ''),
        ...(input.workflowVersion === undefined ? {} : { version: input.workflowVersion }),
        payload: input.payload,
        trigger: { type: 'manual' },
        causation: noCausation,
        limits: startLimitsOf(ctx.platform.config),
        isDirect: true,
      });
      if (started.outcome === 'started') {
        await writeAudit(tx, ctx.writer, {
          recordType: 'workflow_run',
          recordId: started.runId,
          operation: 'workflow_run_start',
          details: { workflowVersion: started.workflowVersion },
        });
      }
      return started;
    });
    // After the commit: the record of the refusal stays.
    if (result.outcome === 'refused') throw result.error;
    if (result.outcome === 'duplicate') throw new Error('a start without a fire key cannot be a duplicate');
    return { runId: result.runId, status: result.status, workflowVersion: result.workflowVersion };
  });

function workflowOf(idOrKey: string): { workflowId: string } | { workflowKey: string } {
  return isUuid(idOrKey) ? { workflowId: idOrKey } : { workflowKey: idOrKey };
}
