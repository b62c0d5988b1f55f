import { listAudit } from '../../audit/list-audit.ts';
import { assertRunIsThere } from '../../runs/get-run.ts';
import { procedure } from '../trpc.ts';
import { auditOutput, ofRunInput } from './runs.schema.ts';

/** What the run's steps changed and what was done to the run, newest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export const audit = procedure
  .input(ofRunInput)
  .output(auditOutput)
  .query(({ ctx, input: { runId, limit, cursor } }) =>
    ctx.withTenant(async (tx) => {
      await assertRunIsThere(tx, runId);
      return listAudit(tx, { runId, limit, ...(cursor === undefined ? {} : { cursor }) });
    }),
  );
