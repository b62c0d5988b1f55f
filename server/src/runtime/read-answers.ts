import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { Arrival } from './arrivals.ts';
import type { ClaimedRun } from './claim-runs.ts';
import type { WaitAnswer } from './waits/wait-answer.ts';

/**
 * Answers that arrived for a run and that no boundary has taken over, oldest first, with the number of announcements they are read
 * under. Both in one statement, so that an answer is either here or raises `wakes` past the number.
 * Errors: LEASE_LOST when the run was cancelled or taken over.
 */
export async function readAnswers(
  tx: Tx,
  { runId, fence }: ClaimedRun,
): Promise<{ arrivals: Arrival[]; wakes: number }> {
  const { rows } = await tx.query<{ wakes: number; wait_id: string | null; resolution: WaitAnswer | null }>({
    name: 'read_answers',
    text: `
      SELECT r.wakes, w.wait_id, w.resolution
      FROM workflow_runs r
      LEFT JOIN workflow_run_waits w
        ON w.tenant = r.tenant AND w.run_id = r.run_id AND w.status = 'RESOLVED' AND w.consumed_at IS NULL
      WHERE r.tenant = $1 AND r.run_id = $2 AND r.fence = $3 AND r.status = 'RUNNING'
      ORDER BY w.resolved_at, w.wait_id`,
    values: [tx.tenant, runId, fence],
  });
  const [first] = rows;
  if (first === undefined) throw appError('LEASE_LOST', { runId });
  const arrivals = rows.flatMap(({ wait_id: waitId, resolution }): Arrival[] =>
    waitId === null || resolution === null ? [] : [{ type: 'answer', waitId, answer: resolution }],
  );
  return { arrivals, wakes: first.wakes };
}
