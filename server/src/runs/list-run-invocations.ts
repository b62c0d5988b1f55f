import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { decodeCursor, isDatabaseInteger, type Page, toPage } from '../kernel/pagination.ts';
import { assertRunIsThere } from './get-run.ts';
import type { OfRunInput } from './of-run.ts';
import { dataInView, errorInView, type RunView } from './redact-run.ts';

export interface RunInvocation {
  invocationId: string;
  stepPath: string;
  iterationKey: string;
  stepId: string;
  actionId: string;
  actionVersion: number;
  effect: string;
  idempotencyKey: string;
  keySource: string;
  status: string;
  attempts: number;
  input: Json;
  output: Json;
  error: JsonObject | null;
  createdAt: string;
  startedAt: string;
  completedAt: string | null;
}

export interface RunInvocationsInput extends OfRunInput {
  /** Calls of this step alone. */
  stepPath?: string | undefined;
  /** In this pass of its loops; empty outside loops. */
  iterationKey?: string | undefined;
}

interface Row {
  invocation_id: string;
  position: number;
  step_path: string;
  iteration_key: string;
  definition_step_id: string;
  action_id: string;
  action_version: number;
  effect: string;
  idempotency_key: string;
  key_source: string;
  status: string;
  attempts: number;
  input_json: Json;
  output_json: Json;
  error_json: Json;
  created_at: Date;
  started_at: Date;
  completed_at: Date | null;
}

/**
 * Logical calls of actions in the order of their steps: calls of one boundary have one time and ids that are hashes, so neither orders
 * them. Errors: NOT_FOUND, CURSOR_INVALID.
 */
export async function listRunInvocations(tx: Tx, input: RunInvocationsInput): Promise<Page<RunInvocation>> {
  await assertRunIsThere(tx, input.runId);
  const after = input.cursor === undefined ? null : callCursor(input.cursor);
  const { rows } = await tx.query<Row>({
    name: 'runs.invocations',
    text: `
      SELECT * FROM (
        SELECT i.*, coalesce(s.sequence, 0) AS position
          FROM workflow_action_invocations i
          LEFT JOIN (SELECT step_path, iteration_key, min(sequence) AS sequence FROM workflow_run_steps
                      WHERE tenant = $1 AND run_id = $2 GROUP BY step_path, iteration_key) s
            ON s.step_path = i.step_path AND s.iteration_key = i.iteration_key
         WHERE i.tenant = $1 AND i.run_id = $2
           AND ($6::text IS NULL OR i.step_path = $6) AND ($7::text IS NULL OR i.iteration_key = $7)
      ) calls
      WHERE $3::integer IS NULL OR (position, invocation_id) > ($3, $4::uuid)
      ORDER BY position, invocation_id
      LIMIT $5`,
    values: [
      tx.tenant,
      input.runId,
      after?.position ?? null,
      after?.id ?? null,
      input.limit + 1,
      input.stepPath ?? null,
      input.iterationKey ?? null,
    ],
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.position, row.invocation_id],
    (row) => toInvocation(row, input.view),
  );
}

function callCursor(cursor: string): { position: number; id: string } {
  const [position, id] = decodeCursor(cursor, 2);
  if (!isDatabaseInteger(position) || typeof id !== 'string' || !isUuid(id))
    throw appError('CURSOR_INVALID', { cursor });
  return { position, id };
}

function toInvocation(row: Row, view: RunView): RunInvocation {
  return {
    invocationId: row.invocation_id,
    stepPath: row.step_path,
    iterationKey: row.iteration_key,
    stepId: row.definition_step_id,
    actionId: row.action_id,
    actionVersion: row.action_version,
    effect: row.effect,
    idempotencyKey: row.idempotency_key,
    keySource: row.key_source,
    status: row.status,
    attempts: row.attempts,
    input: dataInView(view, row.input_json),
    output: dataInView(view, row.output_json),
    error: errorInView(view, row.error_json),
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at.toISOString(),
    completedAt: row.completed_at?.toISOString() ?? null,
  };
}
