import type { Tx } from '../db/tx.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { initialState } from '../language/interpreter/advance.ts';
import { type RunDefinitionName, readRunDefinition } from '../runs/read-run-definition.ts';
import type { Arrival } from './arrivals.ts';
import type { ClaimedRun } from './claim-runs.ts';
import type { HeldRun } from './held-run.ts';
import type { RuntimeContext } from './runtime-context.ts';
import { newDocument, type StateDocument } from './state-document.ts';
import type { WaitAnswer } from './waits/wait-answer.ts';

/** A claimed run as the database has it. */
export interface RunRecord {
  run_id: string;
  fence: number;
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
  answers: { waitId: string; answer: WaitAnswer }[] | null;
}

/**
 * Everything that claimed runs go on from, in one statement, so that the answers belong to the `wakes` they are read with; a run
 * that was lost since the claim is not among them. Reads only: every write checks the fence again.
 */
export async function readRuns(tx: Tx, claimed: readonly ClaimedRun[]): Promise<RunRecord[]> {
  if (claimed.length === 0) return [];
  const { rows } = await tx.query<RunRecord>({
    name: 'read_runs',
    text: `
      SELECT r.run_id, r.fence, r.workflow_id, r.workflow_version, r.input_json, r.actor_id, r.actor_type, r.causation_depth,
        r.causation_chain, r.call_depth, r.root_run_id, r.parent_run_id, r.trigger_event_id, r.source_payload_schema_ref,
        r.trigger_mapping_applied, r.definition_hash, r.started_at, r.wakes, d.concurrency_limit IS NOT NULL AS has_limit, s.state,
        s.boundary, (
          SELECT jsonb_agg(jsonb_build_object('waitId', w.wait_id, 'answer', w.resolution) ORDER BY w.resolved_at, w.wait_id)
          FROM workflow_run_waits w
          WHERE w.tenant = r.tenant AND w.run_id = r.run_id AND w.status = 'RESOLVED' AND w.consumed_at IS NULL
        ) AS answers
      FROM unnest($2::uuid[], $3::bigint[]) AS h (run_id, fence)
      JOIN workflow_runs r ON r.tenant = $1 AND r.run_id = h.run_id AND r.fence = h.fence AND r.status = 'RUNNING'
      JOIN workflow_definitions d ON d.tenant = r.tenant AND d.workflow_id = r.workflow_id
      LEFT JOIN workflow_run_state s ON s.tenant = r.tenant AND s.run_id = r.run_id`,
    values: [tx.tenant, claimed.map((run) => run.runId), claimed.map((run) => run.fence)],
  });
  return rows;
}

/** Makes a record a run that a worker can advance. Errors: what compiling the definition throws. */
export async function holdRun(
  { plans, platform }: Pick<RuntimeContext, 'plans' | 'platform'>,
  tenant: string,
  row: RunRecord,
  leaseUntilMs: number,
): Promise<HeldRun> {
  const planName = `${row.workflow_id} ${row.workflow_version} ${row.definition_hash}`;
  const plan = await plans.get(planName, () =>
    platform.db.withTenant(tenant, (tx) => readRunDefinition(tx, nameOf(row))),
  );
  return {
    tenant,
    runId: row.run_id,
    fence: row.fence,
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    actor: { id: row.actor_id, type: row.actor_type },
    causation: { depth: row.causation_depth, chain: row.causation_chain },
    callDepth: row.call_depth,
    rootRunId: row.root_run_id ?? row.run_id,
    parentRunId: row.parent_run_id,
    triggerEventId: row.trigger_event_id,
    hasConcurrencyLimit: row.has_limit,
    plan,
    wakes: row.wakes,
    boundary: row.boundary ?? 0,
    document: documentOf(row),
    lastSnapshot: '',
    leaseUntilMs,
    abort: new AbortController(),
  };
}

function nameOf(row: RunRecord): RunDefinitionName {
  return {
    workflowId: row.workflow_id,
    workflowVersion: row.workflow_version,
    definitionHash: row.definition_hash,
  };
}

export function documentOf(row: RunRecord): StateDocument {
  return row.state === null ? firstDocument(row.run_id, row) : (JSON.parse(row.state) as StateDocument);
}

export function answersOf(row: RunRecord): Arrival[] {
  return (row.answers ?? []).map(({ waitId, answer }) => ({ type: 'answer', waitId, answer }));
}

function firstDocument(runId: string, row: RunRecord): StateDocument {
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
