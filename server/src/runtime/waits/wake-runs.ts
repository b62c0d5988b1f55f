import type { Tx } from '../../db/tx.ts';

/**
 * Makes parked runs claimable because something for them arrived.
 *
 * Locking: run rows in the order of their ids, before any row of their waits. `wakes` is raised whatever the status: a worker that
 * holds the run and is about to park it compares the number in its own conditional update, which waits for this row, so that no
 * answer is slept over. A quarantined run stays where it is until an operator lets it go.
 */
export async function wakeRuns(tx: Tx, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  const unique = [...new Set(runIds)];
  await tx.query({
    name: 'wake_runs',
    text: `
      UPDATE workflow_runs r SET
        wakes = r.wakes + 1,
        status = CASE WHEN r.status = 'WAITING' AND r.wait_reason IS DISTINCT FROM 'quarantined' THEN 'RUNNING' ELSE r.status END,
        wait_type = CASE WHEN r.wait_reason = 'quarantined' THEN r.wait_type END,
        wait_reason = CASE WHEN r.wait_reason = 'quarantined' THEN r.wait_reason END,
        updated_at = $3
      FROM (
        SELECT run_id FROM workflow_runs
        WHERE tenant = $1 AND run_id = ANY($2::uuid[]) AND status IN ('RUNNING', 'WAITING')
        ORDER BY run_id FOR NO KEY UPDATE
      ) held
      WHERE r.tenant = $1 AND r.run_id = held.run_id`,
    values: [tx.tenant, unique, tx.now],
  });
  for (const runId of unique) {
    tx.signal('work', runId);
    tx.signal('run', runId);
  }
}
