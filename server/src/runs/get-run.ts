import type { Tx } from '../db/tx.ts';
import type { Actor, Causation } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { dataInView, type RunView } from './redact-run.ts';
import { RUN_COLUMNS, RUN_TABLES, type Run, type RunRow, toRun } from './run.ts';

/** One open wait of a run: what for, since when, until when, and who or what ends it. */
export interface WaitingFor {
  type: 'event' | 'time' | 'human' | 'retry' | 'child' | 'operator' | 'place';
  waitId: string | null;
  stepPath: string | null;
  stepId: string | null;
  iterationKey: string;
  since: string;
  /** Null = no end of its own. */
  until: string | null;
  unblockedBy:
    | { kind: 'event'; eventName: string; correlationKey: string }
    | { kind: 'clock' }
    | { kind: 'task'; taskId: string | null }
    | { kind: 'run'; runId: string }
    | { kind: 'operator'; permission: 'workflow:admin'; reason: string | null }
    /** An end of another run of the workflow: its concurrency limit is reached. */
    | { kind: 'place'; workflowId: string };
}

export interface RunDetails extends Run {
  input: Json;
  triggerMetadata: JsonObject | null;
  actor: Actor;
  definitionHash: string;
  callDepth: number;
  causation: Causation;
  waitingFor: WaitingFor[];
  childRunIds: string[];
  /** RUNNING, but nobody has touched it for a minute. */
  isStuck: boolean;
}

interface DetailsRow extends RunRow {
  input_json: Json;
  trigger_metadata_json: JsonObject | null;
  actor_id: string;
  actor_type: Actor['type'];
  definition_hash: string;
  call_depth: number;
  causation_depth: number;
  causation_chain: string[];
  child_run_ids: string[];
  is_stuck: boolean;
}

/** SQL of "nobody holds it and nothing happened for a minute"; `$2` is now. */
export const STUCK_SQL = `(r.status = 'RUNNING' AND r.updated_at < $2::timestamptz - interval '60 seconds'
  AND (r.lease_expires_at IS NULL OR r.lease_expires_at < $2))`;

const MAX_CHILDREN = 200;

/** Errors: NOT_FOUND. */
export async function getRun(tx: Tx, input: { runId: string; view: RunView }): Promise<RunDetails> {
  assertRunId(input.runId);
  const { rows } = await tx.query<DetailsRow>({
    name: 'runs.get',
    text: `SELECT ${RUN_COLUMNS}, r.input_json, r.trigger_metadata_json, r.actor_id, r.actor_type, r.definition_hash, r.call_depth,
                  r.causation_depth, r.causation_chain, ${STUCK_SQL} AS is_stuck,
                  ARRAY(SELECT c.run_id FROM workflow_runs c WHERE c.tenant = r.tenant AND c.parent_run_id = r.run_id
                         ORDER BY c.started_at, c.run_id LIMIT ${MAX_CHILDREN}) AS child_run_ids
             FROM ${RUN_TABLES}
            WHERE r.tenant = $1 AND r.run_id = $3`,
    values: [tx.tenant, tx.now, input.runId],
  });
  const row = rows[0];
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'run', id: input.runId });
  return {
    ...toRun(row, input.view),
    input: dataInView(input.view, row.input_json),
    triggerMetadata: row.trigger_metadata_json,
    actor: { id: row.actor_id, type: row.actor_type },
    definitionHash: row.definition_hash,
    callDepth: row.call_depth,
    causation: { depth: row.causation_depth, chain: row.causation_chain },
    waitingFor: await listWaitingFor(tx, row),
    childRunIds: row.child_run_ids,
    isStuck: row.is_stuck,
  };
}

/** Errors: NOT_FOUND for text that cannot be a run's id. */
export function assertRunId(runId: string): void {
  if (!isUuid(runId)) throw appError('NOT_FOUND', { resource: 'run', id: runId });
}

/** Errors: NOT_FOUND; runs of other tenants are as unknown as runs that never were. */
export async function assertRunIsThere(tx: Tx, runId: string): Promise<void> {
  assertRunId(runId);
  const { rowCount } = await tx.query({
    name: 'runs.is_there',
    text: 'SELECT 1 FROM workflow_runs WHERE tenant = $1 AND run_id = $2',
    values: [tx.tenant, runId],
  });
  if (rowCount === 0) throw appError('NOT_FOUND', { resource: 'run', id: runId });
}

interface WaitRow {
  wait_id: string;
  wait_type: 'event' | 'time' | 'human' | 'retry' | 'child' | 'operator';
  step_path: string;
  definition_step_id: string;
  iteration_key: string;
  key: string | null;
  event_name: string | null;
  due_at: Date | null;
  created_at: Date;
}

async function listWaitingFor(tx: Tx, run: DetailsRow): Promise<WaitingFor[]> {
  if (run.completed_at !== null) return [];
  const { rows } = await tx.query<WaitRow>({
    name: 'runs.waiting_for',
    text: `SELECT wait_id, wait_type, step_path, definition_step_id, iteration_key, key, event_name, due_at, created_at
             FROM workflow_run_waits WHERE tenant = $1 AND run_id = $2 AND status = 'WAITING'
            ORDER BY created_at, wait_id LIMIT 100`,
    values: [tx.tenant, run.run_id],
  });
  const waits = rows.map(
    (row): WaitingFor => ({
      type: row.wait_type,
      waitId: row.wait_id,
      stepPath: row.step_path,
      stepId: row.definition_step_id,
      iterationKey: row.iteration_key,
      since: row.created_at.toISOString(),
      until: row.due_at?.toISOString() ?? null,
      unblockedBy: unblockedBy(row, run.wait_reason),
    }),
  );
  return run.status === 'QUEUED' ? [...waits, waitForPlace(run)] : waits;
}

function unblockedBy(row: WaitRow, reason: string | null): WaitingFor['unblockedBy'] {
  switch (row.wait_type) {
    case 'event':
      return { kind: 'event', eventName: row.event_name ?? '', correlationKey: row.key ?? '' };
    case 'time':
    case 'retry':
      return { kind: 'clock' };
    case 'human':
      return { kind: 'task', taskId: row.key };
    case 'child':
      return { kind: 'run', runId: row.key ?? '' };
    case 'operator':
      return { kind: 'operator', permission: 'workflow:admin', reason };
  }
}

function waitForPlace(run: DetailsRow): WaitingFor {
  return {
    type: 'place',
    waitId: null,
    stepPath: null,
    stepId: null,
    iterationKey: '',
    since: run.started_at.toISOString(),
    until: null,
    unblockedBy: { kind: 'place', workflowId: run.workflow_id },
  };
}
