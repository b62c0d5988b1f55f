import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { decodeCursor, isDatabaseInteger, isInstant, type Page, toPage } from '../kernel/pagination.ts';
import { assertRunIsThere } from './get-run.ts';
import { errorInView, logInView, type RunView } from './redact-run.ts';

export const TimelineKinds = ['step', 'call', 'wait', 'log'] as const;
export type TimelineKind = (typeof TimelineKinds)[number];

/** One thing that happened in a run, small: what it was, where, when it began and ended. */
export interface TimelineItem {
  kind: TimelineKind;
  id: string;
  at: string;
  endedAt: string | null;
  stepPath: string | null;
  iterationKey: string;
  stepId: string | null;
  /** Node type, action, wait type or code of the log line. */
  what: string;
  /** Of a step, call or wait; the level of a log line. */
  status: string;
  details: JsonObject;
  error: JsonObject | null;
}

interface Row {
  at: Date;
  rank: number;
  position: string;
  id: string;
  ended_at: Date | null;
  step_path: string | null;
  iteration_key: string | null;
  step_id: string | null;
  what: string;
  status: string;
  details: JsonObject;
  error: Json;
}

export interface TimelineInput {
  runId: string;
  view: RunView;
  limit: number;
  cursor?: string | undefined;
}

/** Steps, calls, waits and log lines of a run in one order. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listRunTimeline(tx: Tx, input: TimelineInput): Promise<Page<TimelineItem>> {
  await assertRunIsThere(tx, input.runId);
  const after = input.cursor === undefined ? null : timelineCursor(input.cursor);
  const { rows } = await tx.query<Row>({
    name: 'runs.timeline',
    text: TIMELINE_SQL,
    values: [tx.tenant, input.runId, after?.at ?? null, after?.rank ?? null, after?.position ?? null, input.limit + 1],
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.at.toISOString(), row.rank, row.position],
    (row) => toItem(row, input.view),
  );
}

// Within one instant: a step stands before what it does. `position` keeps the order of one kind and makes the key unique.
const TIMELINE_SQL = `
  SELECT * FROM (
    SELECT started_at AS at, 0 AS rank, lpad(sequence::text, 10, '0') || '.' || lpad(attempt::text, 6, '0') AS position,
           step_path || '#' || iteration_key || '#' || attempt AS id, completed_at AS ended_at, step_path, iteration_key,
           definition_step_id AS step_id, node_type AS what, status,
           jsonb_build_object('attempt', attempt, 'durationMs', duration_ms, 'result', result_json) AS details, error_json AS error
      FROM workflow_run_steps WHERE tenant = $1 AND run_id = $2
    UNION ALL
    SELECT created_at, 1,
           lpad(coalesce((SELECT min(s.sequence) FROM workflow_run_steps s
                           WHERE s.tenant = $1 AND s.run_id = $2 AND s.step_path = i.step_path
                             AND s.iteration_key = i.iteration_key), 0)::text, 10, '0') || invocation_id,
           invocation_id::text, completed_at, step_path, iteration_key, definition_step_id,
           action_id || '@' || action_version, status, jsonb_build_object('attempts', attempts, 'effect', effect), error_json
      FROM workflow_action_invocations i WHERE tenant = $1 AND run_id = $2
    UNION ALL
    SELECT created_at, 2, wait_id::text, wait_id::text, resolved_at, step_path, iteration_key, definition_step_id, wait_type, status,
           jsonb_build_object('eventName', event_name, 'key', key, 'dueAt', to_char(due_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), NULL
      FROM workflow_run_waits WHERE tenant = $1 AND run_id = $2
    UNION ALL
    SELECT created_at, 3, log_id::text, log_id::text, NULL, step_path, '', NULL, code, level, context_json, NULL
      FROM workflow_run_logs WHERE tenant = $1 AND run_id = $2
  ) happened
  WHERE $3::timestamptz IS NULL OR (at, rank, position COLLATE "C") > ($3, $4::integer, $5::text)
  ORDER BY at, rank, position COLLATE "C"
  LIMIT $6`;

function timelineCursor(cursor: string): { at: string; rank: number; position: string } {
  const [at, rank, position] = decodeCursor(cursor, 3);
  if (typeof at !== 'string' || !isInstant(at) || !isDatabaseInteger(rank) || typeof position !== 'string') {
    throw appError('CURSOR_INVALID', { cursor });
  }
  if (position.includes('\u0000')) throw appError('CURSOR_INVALID', { cursor });
  return { at, rank, position };
}

function toItem(row: Row, view: RunView): TimelineItem {
  return {
    kind: TimelineKinds[row.rank] ?? 'log',
    id: row.id,
    at: row.at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    stepPath: row.step_path,
    iterationKey: row.iteration_key ?? '',
    stepId: row.step_id,
    what: row.what,
    status: row.status,
    details: logInView(view, row.details) as JsonObject,
    error: errorInView(view, row.error),
  };
}
