import type { Tx } from '../db/tx.ts';

/**
 * Is there a free place under the workflow's concurrency limit?
 *
 * Locking: the definition row is locked (FOR NO KEY UPDATE) until the commit, by a start before it counts and by the end of a run
 * before it admits. So of two starts the second counts the first one's run, and a start that queues its run and an end that looks for
 * queued runs cannot miss each other. Workflows without a limit are never locked. The count runs as a second statement, so that it
 * sees what committed while the first one waited for the lock.
 */
export async function mayStartNow(tx: Tx, workflowId: string): Promise<boolean> {
  const locked = await tx.query<{ concurrency_limit: number }>({
    name: 'lock_concurrency_limit',
    text: `
      SELECT concurrency_limit FROM workflow_definitions
      WHERE tenant = $1 AND workflow_id = $2 AND concurrency_limit IS NOT NULL
      FOR NO KEY UPDATE`,
    values: [tx.tenant, workflowId],
  });
  const limit = locked.rows[0]?.concurrency_limit;
  if (limit === undefined) return true;
  const counted = await tx.query<{ active: number; queued: boolean }>({
    name: 'count_places',
    text: `
      SELECT
        (SELECT count(*)::integer FROM workflow_runs WHERE tenant = $1 AND workflow_id = $2 AND status IN ('RUNNING', 'WAITING')) AS active,
        EXISTS (SELECT 1 FROM workflow_runs WHERE tenant = $1 AND workflow_id = $2 AND status = 'QUEUED') AS queued`,
    values: [tx.tenant, workflowId],
  });
  const row = counted.rows[0];
  // Who came earlier goes first, even where a place is free just now.
  return row !== undefined && row.active < limit && !row.queued;
}
