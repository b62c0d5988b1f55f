import type { Tx } from '../db/tx.ts';
import { type Causation, MAX_CAUSATION_DEPTH } from '../kernel/actor.ts';
import type { AppError } from '../kernel/errors.ts';
import type { Startable } from './find-startable.ts';
import type { StartRunInput } from './start-run-input.ts';

export interface NewRun extends StartRunInput {
  runId: string;
  target: Startable;
  status: 'RUNNING' | 'QUEUED' | 'FAILED';
  error: AppError | null;
}

/**
 * Writes the run's row. One statement: of two starts with the same fire key the second waits for the first one's commit and gets its
 * run back; a child run's id is derived from its call, so a repeated call finds the row that is there.
 */
export async function insertRun(tx: Tx, run: NewRun): Promise<{ runId: string; isDuplicate: boolean }> {
  const { rows } = await tx.query<{ run_id: string; is_new: boolean }>({
    name: 'insert_run',
    text: `
      WITH inserted AS (
        INSERT INTO workflow_runs (
          tenant, run_id, workflow_id, workflow_version, status, input_json, error_json, actor_id, actor_type, event_type, trigger_type,
          trigger_metadata_json, trigger_fire_key, trigger_event_id, source_payload_schema_ref, trigger_mapping_applied,
          definition_hash, parent_run_id, root_run_id, parent_token, call_depth, causation_depth, causation_chain, started_at,
          updated_at, completed_at)
        VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16, $17, $18, $19, $20, $21,
          $22, $23::jsonb, $24, $24, CASE WHEN $5 = 'FAILED' THEN $24::timestamptz END)
        ON CONFLICT DO NOTHING
        RETURNING run_id)
      SELECT run_id, true AS is_new FROM inserted
      UNION ALL
      SELECT run_id, false FROM workflow_runs
      WHERE tenant = $1 AND (run_id = $2 OR trigger_fire_key = $13) AND NOT EXISTS (SELECT 1 FROM inserted)`,
    values: runValues(tx, run),
  });
  const row = rows[0];
  // The other start committed after this statement's snapshot was taken: ask again.
  if (row === undefined) return insertRun(tx, run);
  return { runId: row.run_id, isDuplicate: !row.is_new };
}

function runValues(tx: Tx, run: NewRun): unknown[] {
  const { target, trigger, parent } = run;
  const causation = withRun(run.causation, run.runId);
  const metadata = {
    ...trigger.metadata,
    ...(parent && { parentRunId: parent.runId, rootRunId: parent.rootRunId, parentStepPath: parent.stepPath }),
  };
  return [
    tx.tenant,
    run.runId,
    target.workflowId,
    target.version,
    run.status,
    JSON.stringify(run.payload),
    run.error === null ? null : JSON.stringify(launchError(run.error, tx.now)),
    target.actor.id,
    target.actor.type,
    trigger.eventName ?? null,
    trigger.type,
    Object.keys(metadata).length === 0 ? null : JSON.stringify(metadata),
    trigger.fireKey ?? null,
    trigger.eventId ?? null,
    trigger.sourcePayloadSchemaRef ?? null,
    trigger.mappingApplied ?? false,
    target.definitionHash,
    parent?.runId ?? null,
    parent?.rootRunId ?? null,
    parent?.token ?? null,
    parent?.callDepth ?? 0,
    causation.depth,
    JSON.stringify(causation.chain),
    tx.now,
  ];
}

/** Oldest entries give way: the depth, not the chain's length, stops a loop. */
function withRun(causation: Causation, runId: string): Causation {
  const chain = [...causation.chain, `run:${runId}`].slice(-2 * MAX_CAUSATION_DEPTH);
  return { depth: causation.depth, chain };
}

function launchError(error: AppError, now: Date) {
  const { code, message, details } = error;
  return {
    category: 'ValidationError',
    code,
    message,
    details,
    stage: 'launch',
    nodePath: '',
    stepId: '',
    at: now.toISOString(),
  };
}
