import type { Tx } from '../../db/tx.ts';
import { appError } from '../../kernel/errors.ts';
import type { HeldRun } from '../held-run.ts';

/**
 * Notes that a call that a dead worker began is made once more, before it is made; answers the number of the new try.
 * One statement under the run's fence. It is no progress: a call that kills every worker must still end in quarantine.
 * Errors: LEASE_LOST.
 */
export async function recordCallAgain(tx: Tx, held: HeldRun, invocationId: string, worker: string): Promise<number> {
  const { rows } = await tx.query<{ attempt: number }>({
    name: 'record_call_again',
    text: `
      WITH run AS (
        SELECT run_id FROM workflow_runs
        WHERE tenant = $1 AND run_id = $2 AND fence = $3 AND status = 'RUNNING'
        FOR NO KEY UPDATE
      ), invocation AS (
        UPDATE workflow_action_invocations i SET attempts = i.attempts + 1, started_at = $5::timestamptz
        FROM run WHERE i.tenant = $1 AND i.invocation_id = $4 AND i.run_id = run.run_id
        RETURNING i.invocation_id, i.attempts
      ), before AS (
        UPDATE workflow_action_attempts a SET status = 'IN_DOUBT'
        FROM invocation
        WHERE a.tenant = $1 AND a.invocation_id = invocation.invocation_id AND a.attempt < invocation.attempts AND a.status = 'STARTED'
      )
      INSERT INTO workflow_action_attempts (tenant, invocation_id, attempt, status, worker, started_at)
      SELECT $1, invocation_id, attempts, 'STARTED', $6, $5::timestamptz FROM invocation
      RETURNING attempt`,
    values: [tx.tenant, held.runId, held.fence, invocationId, tx.now, worker],
  });
  const attempt = rows[0]?.attempt;
  if (attempt === undefined) throw appError('LEASE_LOST', { runId: held.runId });
  return attempt;
}
