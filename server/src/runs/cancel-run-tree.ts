import type { Tx } from '../db/tx.ts';
import { admitQueuedRuns } from './admit-queued-runs.ts';

interface CanceledRow {
  run_id: string;
  workflow_id: string;
  parent_run_id: string | null;
  held_place: boolean;
}

export interface CanceledRun {
  runId: string;
  parentRunId: string | null;
}

/**
 * Cancels a run and the runs that it called, at any depth; answers those that were not over yet, the given one first.
 * The worker that holds one of them writes nothing more: its next boundary asks for status RUNNING.
 *
 * Locking: the run's row, then its waits and steps, then its children, then the definition rows of limited workflows whose places
 * became free.
 */
export async function cancelRunTree(tx: Tx, runId: string): Promise<CanceledRun[]> {
  const run = await cancelOne(tx, runId);
  if (run === null) return [];
  const children = await cancelChildren(tx, runId);
  if (run.held_place) await admitQueuedRuns(tx, run.workflow_id);
  return [{ runId, parentRunId: run.parent_run_id }, ...children];
}

export async function cancelChildren(tx: Tx, parentRunId: string): Promise<CanceledRun[]> {
  const { rows } = await tx.query<{ run_id: string }>({
    name: 'find_active_children',
    text: `
      SELECT run_id FROM workflow_runs
      WHERE tenant = $1 AND parent_run_id = $2 AND status IN ('QUEUED', 'RUNNING', 'WAITING')
      ORDER BY run_id`,
    values: [tx.tenant, parentRunId],
  });
  const canceled: CanceledRun[] = [];
  for (const { run_id: childId } of rows) canceled.push(...(await cancelRunTree(tx, childId)));
  return canceled;
}

/**
 * One statement: the conditional write of the status, and with it the run's waits, open steps and open calls. A call to the outside
 * that was under way is IN_DOUBT: nobody will hear how it ended.
 */
async function cancelOne(tx: Tx, runId: string): Promise<CanceledRow | null> {
  const { rows } = await tx.query<CanceledRow>({
    name: 'cancel_run',
    text: `
      WITH before AS (
        SELECT run_id, status FROM workflow_runs
        WHERE tenant = $1 AND run_id = $2 AND status IN ('QUEUED', 'RUNNING', 'WAITING')
        FOR NO KEY UPDATE
      ), run AS (
        UPDATE workflow_runs r SET
          status = 'CANCELED', node_path = NULL, wait_type = NULL, wait_reason = NULL, lease_owner = NULL, lease_expires_at = NULL,
          fence = r.fence + 1, updated_at = $3::timestamptz, completed_at = $3::timestamptz
        FROM before WHERE r.tenant = $1 AND r.run_id = before.run_id
        RETURNING r.run_id, r.workflow_id, r.parent_run_id, before.status <> 'QUEUED' AS held_place
      ), waits AS (
        UPDATE workflow_run_waits w SET status = 'CANCELED', resolved_at = coalesce(w.resolved_at, $3::timestamptz)
        FROM run WHERE w.tenant = $1 AND w.run_id = run.run_id AND w.consumed_at IS NULL AND w.status <> 'CANCELED'
      ), steps AS (
        UPDATE workflow_run_steps s SET status = 'CANCELED', completed_at = $3::timestamptz
        FROM run WHERE s.tenant = $1 AND s.run_id = run.run_id AND s.completed_at IS NULL
      ), calls AS (
        UPDATE workflow_action_invocations i SET status = 'IN_DOUBT'
        FROM run WHERE i.tenant = $1 AND i.run_id = run.run_id AND i.status = 'STARTED'
      )
      SELECT run_id, workflow_id, parent_run_id, held_place FROM run`,
    values: [tx.tenant, runId, tx.now],
  });
  const row = rows[0];
  if (row === undefined) return null;
  tx.signal('run', runId);
  // The worker that waits for a call of this run looks up and lets go of it.
  tx.signal('work', runId);
  return row;
}
