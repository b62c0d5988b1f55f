import type { Tx } from '../db/tx.ts';
import type { RuntimeLimits } from './runtime-limits.ts';

export interface ClaimedRun {
  runId: string;
  fence: number;
}

interface ClaimRow {
  run_id: string;
  fence: string;
  status: 'RUNNING' | 'WAITING';
}

/**
 * Takes runs of one tenant that nobody holds, least recently touched first.
 *
 * One statement: rows that another worker is claiming at this moment are skipped (SKIP LOCKED), so no run is claimed twice and no
 * worker waits. The list is made once (MATERIALIZED): joined as a subquery it may be read again for each row, and then the limit counts
 * for nothing. Each claim raises the fence, which every later write of the holder carries. Uses the partial index on RUNNING runs.
 * A run that was claimed often enough without getting any further is not given out again: it waits for an operator (quarantined).
 */
export async function claimRuns(
  tx: Tx,
  input: { workerId: string; limit: number; limits: RuntimeLimits },
): Promise<ClaimedRun[]> {
  const { workerId, limit, limits } = input;
  const { rows } = await tx.query<ClaimRow>({
    name: 'claim_runs',
    text: `
      WITH free AS MATERIALIZED (
        SELECT run_id FROM workflow_runs
        WHERE tenant = $1 AND status = 'RUNNING' AND (lease_expires_at IS NULL OR lease_expires_at <= clock_timestamp())
        ORDER BY updated_at
        LIMIT $4
        FOR NO KEY UPDATE SKIP LOCKED
      )
      UPDATE workflow_runs r SET
        fence = r.fence + 1,
        status = CASE WHEN r.claims_without_progress >= $5 THEN 'WAITING' ELSE 'RUNNING' END,
        wait_type = CASE WHEN r.claims_without_progress >= $5 THEN 'operator' END,
        wait_reason = CASE WHEN r.claims_without_progress >= $5 THEN 'quarantined' END,
        lease_owner = CASE WHEN r.claims_without_progress >= $5 THEN NULL ELSE $2 END,
        lease_expires_at = CASE WHEN r.claims_without_progress >= $5 THEN NULL
          ELSE clock_timestamp() + $3 * interval '1 millisecond' END,
        claims_without_progress = r.claims_without_progress + 1
      FROM free
      WHERE r.tenant = $1 AND r.run_id = free.run_id
      RETURNING r.run_id, r.fence, r.status`,
    values: [tx.tenant, workerId, limits.leaseMs, limit, limits.maxClaimsWithoutProgress],
  });
  const quarantined = rows.filter((row) => row.status === 'WAITING').map((row) => row.run_id);
  if (quarantined.length > 0) await noteQuarantine(tx, quarantined);
  return rows.filter((row) => row.status === 'RUNNING').map((row) => ({ runId: row.run_id, fence: Number(row.fence) }));
}

/** The wait that an operator resolves, and the line in the run's log that says why nothing moves. */
async function noteQuarantine(tx: Tx, runIds: string[]): Promise<void> {
  const notes = runIds.map((runId) => ({ run_id: runId, wait_id: tx.newId(), log_id: tx.newId() }));
  await tx.query({
    name: 'note_quarantine',
    text: `
      WITH note AS (
        SELECT n.*, r.node_path, r.fence FROM jsonb_to_recordset($2::jsonb) AS n (run_id uuid, wait_id uuid, log_id uuid)
        JOIN workflow_runs r ON r.tenant = $1 AND r.run_id = n.run_id
      ), waits AS (
        INSERT INTO workflow_run_waits (
          tenant, wait_id, run_id, token, step_path, definition_step_id, wait_type, status, payload, created_at)
        SELECT $1, wait_id, run_id, 'quarantine:' || fence, coalesce(node_path, ''), '', 'operator', 'WAITING',
          '{"reason": "quarantined"}', $3::timestamptz FROM note
      )
      INSERT INTO workflow_run_logs (tenant, log_id, run_id, step_path, level, code, context_json, created_at)
      SELECT $1, log_id, run_id, node_path, 'ERROR', 'RUN_QUARANTINED', '{}', $3::timestamptz FROM note`,
    values: [tx.tenant, JSON.stringify(notes), tx.now],
  });
  for (const runId of runIds) tx.signal('run', runId);
}
