import type { Tx } from '../db/tx.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { initialState } from '../language/interpreter/advance.ts';
import type { ClaimedRun } from './claim-runs.ts';
import type { HeldRun } from './held-run.ts';
import type { PlanCache } from './plan-cache.ts';
import { newDocument, type StateDocument } from './state-document.ts';

interface RunRow {
  workflow_id: string;
  workflow_version: number;
  input_json: Json;
  actor_id: string;
  actor_type: Actor['type'];
  causation_depth: number;
  causation_chain: string[];
  call_depth: number;
  root_run_id: string | null;
  parent_run_id: string | null;
  trigger_event_id: string | null;
  source_payload_schema_ref: string | null;
  trigger_mapping_applied: boolean;
  definition_hash: string;
  started_at: Date;
  wakes: number;
  has_limit: boolean;
  state: string | null;
  boundary: number | null;
}

/**
 * Everything that a claimed run goes on from; null = it was lost between the claim and this read. Reads only: the fence in the
 * condition keeps a run out that somebody else has taken, and every write checks it again.
 */
export async function loadRun(
  tx: Tx,
  plans: PlanCache,
  claimed: ClaimedRun,
  leaseUntilMs: number,
): Promise<HeldRun | null> {
  const { rows } = await tx.query<RunRow>({
    name: 'load_run',
    text: `
      SELECT r.workflow_id, r.workflow_version, r.input_json, r.actor_id, r.actor_type, r.causation_depth, r.causation_chain,
        r.call_depth, r.root_run_id, r.parent_run_id, r.trigger_event_id, r.source_payload_schema_ref, r.trigger_mapping_applied,
        r.definition_hash, r.started_at, r.wakes, d.concurrency_limit IS NOT NULL AS has_limit, s.state, s.boundary
      FROM workflow_runs r
      JOIN workflow_definitions d ON d.tenant = r.tenant AND d.workflow_id = r.workflow_id
      LEFT JOIN workflow_run_state s ON s.tenant = r.tenant AND s.run_id = r.run_id
      WHERE r.tenant = $1 AND r.run_id = $2 AND r.fence = $3 AND r.status = 'RUNNING'`,
    values: [tx.tenant, claimed.runId, claimed.fence],
  });
  const row = rows[0];
  if (row === undefined) return null;
  const plan = await plans.get(`${row.workflow_id} ${row.workflow_version} ${row.definition_hash}`, () =>
    readDefinition(tx, row),
  );
  return {
    tenant: tx.tenant,
    runId: claimed.runId,
    fence: claimed.fence,
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    actor: { id: row.actor_id, type: row.actor_type },
    causation: { depth: row.causation_depth, chain: row.causation_chain },
    callDepth: row.call_depth,
    rootRunId: row.root_run_id ?? claimed.runId,
    parentRunId: row.parent_run_id,
    triggerEventId: row.trigger_event_id,
    hasConcurrencyLimit: row.has_limit,
    plan,
    wakes: row.wakes,
    boundary: row.boundary ?? 0,
    document: row.state === null ? firstDocument(claimed.runId, row) : (JSON.parse(row.state) as StateDocument),
    lastSnapshot: '',
    leaseUntilMs,
    abort: new AbortController(),
  };
}

/** The version that the run was started with; content that changed under it would be another workflow. */
async function readDefinition(tx: Tx, row: RunRow): Promise<unknown> {
  const { rows } = await tx.query<{ definition_json: unknown }>({
    name: 'read_run_definition',
    text: `
      SELECT definition_json FROM workflow_definition_versions
      WHERE tenant = $1 AND workflow_id = $2 AND version = $3 AND definition_hash = $4`,
    values: [tx.tenant, row.workflow_id, row.workflow_version, row.definition_hash],
  });
  return rows[0]?.definition_json;
}

function firstDocument(runId: string, row: RunRow): StateDocument {
  const meta: JsonObject = {
    ...(row.source_payload_schema_ref !== null && { sourcePayloadSchemaRef: row.source_payload_schema_ref }),
    ...(row.trigger_mapping_applied && { triggerMappingApplied: true }),
  };
  const run = {
    id: runId,
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    startedAt: row.started_at.toISOString(),
  };
  return newDocument(initialState({ run, payload: row.input_json, meta }));
}
