import type { Tx } from '../db/tx.ts';

/**
 * Lets queued runs of a workflow begin, oldest first, as many as its concurrency limit has places for; without a limit all of them.
 * Called in the transaction that frees a place (end or cancel of a run), that raises or lifts the limit or ends a pause, and by a
 * sweep as the safety net. A paused workflow admits none. Answers the ids of the admitted runs.
 *
 * Locking: the definition row first, as in mayStartNow, then the queued rows; one transaction at a time admits.
 */
export async function admitQueuedRuns(tx: Tx, workflowId: string): Promise<string[]> {
  const locked = await tx.query<{ concurrency_limit: number | null; is_paused: boolean }>({
    name: 'lock_admission',
    text: `
      SELECT concurrency_limit, is_paused FROM workflow_definitions
      WHERE tenant = $1 AND workflow_id = $2
      FOR NO KEY UPDATE`,
    values: [tx.tenant, workflowId],
  });
  const definition = locked.rows[0];
  if (definition === undefined || definition.is_paused) return [];
  const { rows } = await tx.query<{ run_id: string }>({
    name: 'admit_queued_runs',
    text: `
      UPDATE workflow_runs r SET status = 'RUNNING', updated_at = $3
      FROM (
        SELECT run_id FROM workflow_runs
        WHERE tenant = $1 AND workflow_id = $2 AND status = 'QUEUED'
        ORDER BY started_at, run_id
        LIMIT CASE WHEN $4::integer IS NULL THEN NULL ELSE greatest(0, $4::integer - (
          SELECT count(*) FROM workflow_runs
          WHERE tenant = $1 AND workflow_id = $2 AND status IN ('RUNNING', 'WAITING'))) END
      ) queued
      WHERE r.tenant = $1 AND r.run_id = queued.run_id AND r.status = 'QUEUED'
      RETURNING r.run_id`,
    values: [tx.tenant, workflowId, tx.now, definition.concurrency_limit],
  });
  for (const { run_id: runId } of rows) {
    tx.signal('run', runId);
    tx.signal('work', runId);
  }
  return rows.map((row) => row.run_id);
}
