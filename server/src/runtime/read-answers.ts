import type { Tx } from '../db/tx.ts';
import type { Arrival } from './arrivals.ts';
import type { WaitAnswer } from './waits/wait-answer.ts';

/**
 * Answers that arrived for a run and that no boundary has taken over, oldest first, with the number of announcements they are read
 * under. Both in one statement, so that an answer is either here or raises `wakes` past the number.
 */
export async function readAnswers(tx: Tx, runId: string): Promise<{ arrivals: Arrival[]; wakes: number }> {
  const { rows } = await tx.query<{ wakes: number; wait_id: string | null; resolution: WaitAnswer | null }>({
    name: 'read_answers',
    text: `
      SELECT r.wakes, w.wait_id, w.resolution
      FROM workflow_runs r
      LEFT JOIN workflow_run_waits w
        ON w.tenant = r.tenant AND w.run_id = r.run_id AND w.status = 'RESOLVED' AND w.consumed_at IS NULL
      WHERE r.tenant = $1 AND r.run_id = $2
      ORDER BY w.resolved_at, w.wait_id`,
    values: [tx.tenant, runId],
  });
  const arrivals = rows.flatMap(({ wait_id: waitId, resolution }): Arrival[] =>
    waitId === null || resolution === null ? [] : [{ type: 'answer', waitId, answer: resolution }],
  );
  return { arrivals, wakes: rows[0]?.wakes ?? 0 };
}
