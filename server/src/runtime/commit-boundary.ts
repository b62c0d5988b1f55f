import type { Tx } from '../db/tx.ts';
import type { Json } from '../kernel/json.ts';
import type { BoundaryRows } from './boundary-rows.ts';

export interface CommittedBoundary {
  status: 'RUNNING' | 'WAITING' | 'SUCCEEDED' | 'FAILED';
  /** Answers announced so far. */
  wakes: number;
}

/**
 * Everything of a boundary in one statement; null = LEASE_LOST: the run was cancelled, taken over or quarantined meanwhile and
 * nothing at all is written, as every part of the statement takes its rows from the conditional update of the run.
 *
 * Locking: the run's row. The update asks for fence and status; where another transaction has the row it waits and asks again with
 * the row as committed. A run that is to be parked stays RUNNING when `wakes` has moved past what this worker has seen: an answer
 * arrived, and its transaction raised the number before this statement got the row. Its wait row is read after the commit.
 * The lease is measured by the database's clock. A parked or ended run has no lease; a running one keeps its holder.
 */
export async function commitBoundary(tx: Tx, rows: BoundaryRows): Promise<CommittedBoundary | null> {
  const answer = await tx.query<CommittedBoundary>({
    name: 'commit_boundary',
    text: commitBoundarySql,
    values: [
      tx.tenant,
      rows.runId,
      rows.fence,
      tx.now,
      rows.status,
      rows.seenWakes,
      rows.waitType,
      rows.waitReason,
      rows.nodePath,
      json(rows.error),
      rows.leaseMs,
      rows.state,
      rows.boundary,
      rows.steps,
      rows.ledger,
      rows.waits,
      rows.logs,
      rows.consumedWaits,
      rows.canceledTokens,
      rows.snapshot?.id ?? null,
      rows.snapshot?.text ?? null,
      rows.snapshot?.sizeBytes ?? null,
      rows.isFinal,
      rows.worker,
    ],
  });
  return answer.rows[0] ?? null;
}

function json(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}

const commitBoundarySql = `
  WITH run AS (
    UPDATE workflow_runs r SET
      status = CASE WHEN $5 = 'WAITING' AND r.wakes <> $6 THEN 'RUNNING' ELSE $5 END,
      wait_type = CASE WHEN $5 = 'WAITING' AND r.wakes = $6 THEN $7 END,
      wait_reason = CASE WHEN $5 = 'WAITING' AND r.wakes = $6 THEN $8 END,
      node_path = $9,
      error_json = $10::jsonb,
      lease_owner = CASE WHEN $5 = 'RUNNING' OR ($5 = 'WAITING' AND r.wakes <> $6) THEN r.lease_owner END,
      lease_expires_at = CASE WHEN $5 = 'RUNNING' OR ($5 = 'WAITING' AND r.wakes <> $6)
        THEN clock_timestamp() + $11 * interval '1 millisecond' END,
      claims_without_progress = 0,
      updated_at = $4::timestamptz,
      completed_at = CASE WHEN $23 THEN $4::timestamptz END
    WHERE r.tenant = $1 AND r.run_id = $2 AND r.fence = $3 AND r.status = 'RUNNING'
    RETURNING r.tenant, r.run_id, r.status, r.wakes
  ), state AS (
    INSERT INTO workflow_run_state AS s (tenant, run_id, state, boundary, updated_at)
    SELECT run.tenant, run.run_id, $12::text, $13::integer, $4::timestamptz FROM run WHERE $12::text IS NOT NULL
    ON CONFLICT (tenant, run_id) DO UPDATE SET state = excluded.state, boundary = excluded.boundary, updated_at = excluded.updated_at
  ), steps AS (
    INSERT INTO workflow_run_steps AS s (
      tenant, run_id, step_path, iteration_key, attempt, sequence, definition_step_id, node_type, status, duration_ms, result_json,
      error_json, started_at, completed_at)
    SELECT run.tenant, run.run_id, n.step_path, n.iteration_key, n.attempt, n.sequence, n.definition_step_id, n.node_type, n.status,
      n.duration_ms, n.result_json, n.error_json, n.started_at, n.completed_at
    FROM run, jsonb_to_recordset($14::jsonb) AS n (
      step_path text, iteration_key text, attempt integer, sequence integer, definition_step_id text, node_type text, status text,
      duration_ms integer, result_json jsonb, error_json jsonb, started_at timestamptz, completed_at timestamptz)
    ON CONFLICT (tenant, run_id, step_path, iteration_key, attempt) DO UPDATE SET
      status = excluded.status, duration_ms = excluded.duration_ms, result_json = excluded.result_json,
      error_json = excluded.error_json, completed_at = excluded.completed_at
  ), ledger AS (
    INSERT INTO workflow_action_invocations AS i (
      tenant, invocation_id, run_id, step_path, iteration_key, definition_step_id, action_id, action_version, effect,
      idempotency_key, key_source, input_hash, status, attempts, input_json, output_json, error_json, created_at, started_at,
      completed_at)
    SELECT run.tenant, n.invocation_id, run.run_id, n.step_path, n.iteration_key, n.definition_step_id, n.action_id, n.action_version,
      n.effect, n.idempotency_key, n.key_source, n.input_hash, n.status, n.attempts, n.input_json, n.output_json, n.error_json,
      $4::timestamptz, n.started_at, n.completed_at
    FROM run, jsonb_to_recordset($15::jsonb) AS n (
      invocation_id uuid, step_path text, iteration_key text, definition_step_id text, action_id text, action_version integer,
      effect text, idempotency_key text, key_source text, input_hash text, status text, attempts integer, input_json jsonb,
      output_json jsonb, error_json jsonb, started_at timestamptz, completed_at timestamptz)
    ON CONFLICT (tenant, action_id, action_version, idempotency_key) DO UPDATE SET
      run_id = excluded.run_id, step_path = excluded.step_path, iteration_key = excluded.iteration_key,
      definition_step_id = excluded.definition_step_id, input_hash = excluded.input_hash, status = excluded.status,
      attempts = excluded.attempts, input_json = excluded.input_json, output_json = excluded.output_json,
      error_json = excluded.error_json, started_at = excluded.started_at, completed_at = excluded.completed_at
  ), attempts AS (
    INSERT INTO workflow_action_attempts AS a (tenant, invocation_id, attempt, status, worker, error_json, started_at, completed_at)
    SELECT run.tenant, n.invocation_id, n.attempts, n.status, $24::text, n.error_json, n.started_at, n.completed_at
    FROM run, jsonb_to_recordset($15::jsonb) AS n (
      invocation_id uuid, attempts integer, status text, error_json jsonb, started_at timestamptz, completed_at timestamptz)
    ON CONFLICT (tenant, invocation_id, attempt) DO UPDATE SET
      status = excluded.status, error_json = excluded.error_json, completed_at = excluded.completed_at
  ), waits AS (
    INSERT INTO workflow_run_waits (
      tenant, wait_id, run_id, token, step_path, iteration_key, definition_step_id, wait_type, key, event_name, resume_mode, due_at,
      status, payload, resolution, consumed_at, created_at, resolved_at)
    SELECT run.tenant, n.wait_id, run.run_id, n.token, n.step_path, n.iteration_key, n.definition_step_id, n.wait_type, n.key,
      n.event_name, n.resume_mode, n.due_at, CASE WHEN n.is_answered THEN 'RESOLVED' ELSE 'WAITING' END, n.payload, n.resolution,
      CASE WHEN n.is_answered THEN $4::timestamptz END, $4::timestamptz, CASE WHEN n.is_answered THEN $4::timestamptz END
    FROM run, jsonb_to_recordset($16::jsonb) AS n (
      wait_id uuid, token text, step_path text, iteration_key text, definition_step_id text, wait_type text, key text,
      event_name text, resume_mode text, due_at timestamptz, payload jsonb, resolution jsonb, is_answered boolean)
  ), ended_waits AS (
    UPDATE workflow_run_waits w SET
      status = CASE WHEN w.status = 'WAITING' THEN 'CANCELED' ELSE w.status END,
      consumed_at = CASE WHEN w.status = 'WAITING' THEN w.consumed_at ELSE $4::timestamptz END,
      resolved_at = coalesce(w.resolved_at, $4::timestamptz)
    FROM run
    WHERE w.tenant = run.tenant AND w.run_id = run.run_id AND w.consumed_at IS NULL AND w.status <> 'CANCELED'
      AND (w.wait_id = ANY($18::uuid[]) OR w.token = ANY($19::text[]) OR $23)
      AND ($23 OR $18::uuid[] <> '{}' OR $19::text[] <> '{}')
  ), logs AS (
    INSERT INTO workflow_run_logs (tenant, log_id, run_id, step_path, level, code, context_json, created_at)
    SELECT run.tenant, n.log_id, run.run_id, n.step_path, n.level, n.code, n.context_json, $4::timestamptz
    FROM run, jsonb_to_recordset($17::jsonb) AS n (log_id uuid, step_path text, level text, code text, context_json jsonb)
  ), snapshot AS (
    INSERT INTO workflow_run_snapshots (tenant, snapshot_id, run_id, boundary, step_path, envelope_json, size_bytes, created_at)
    SELECT run.tenant, $20::uuid, run.run_id, $13::integer, $9, $21::jsonb, $22::integer, $4::timestamptz
    FROM run WHERE $20::uuid IS NOT NULL
  )
  SELECT status, wakes FROM run`;
