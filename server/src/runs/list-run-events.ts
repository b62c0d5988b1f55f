import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';
import { assertRunId } from './get-run.ts';
import { dataInView, type RunView } from './redact-run.ts';

/** trigger: started the run · resumed: ended one of its waits · emitted: the run's steps caused it. */
export type RunEventRole = 'trigger' | 'resumed' | 'emitted';

export interface RunEvent {
  role: RunEventRole;
  eventId: string;
  eventName: string;
  correlationKey: string | null;
  payloadSchemaRef: string | null;
  status: string;
  payload: Json;
  createdAt: string;
}

interface Row {
  role: RunEventRole;
  event_id: string;
  event_name: string;
  correlation_key: string | null;
  payload_schema_ref: string | null;
  status: string;
  payload: Json;
  created_at: Date;
}

const MAX_EVENTS = 200;

/** What came in and what went out, oldest first, at most 200. Errors: NOT_FOUND. */
export async function listRunEvents(tx: Tx, input: { runId: string; view: RunView }): Promise<{ items: RunEvent[] }> {
  assertRunId(input.runId);
  const run = await tx.query<{ trigger_event_id: string | null }>({
    name: 'runs.trigger_event',
    text: 'SELECT trigger_event_id FROM workflow_runs WHERE tenant = $1 AND run_id = $2',
    values: [tx.tenant, input.runId],
  });
  const found = run.rows[0];
  if (found === undefined) throw appError('NOT_FOUND', { resource: 'run', id: input.runId });
  const { rows } = await tx.query<Row>({
    name: 'runs.events',
    text: `SELECT role, event_id, event_name, correlation_key, payload_schema_ref, status, payload, created_at
             FROM (
               SELECT 'trigger' AS role, e.* FROM workflow_runtime_events e WHERE e.tenant = $1 AND e.event_id = $3
               UNION ALL
               SELECT 'resumed', e.* FROM workflow_runtime_events e
                WHERE e.tenant = $1 AND e.event_id IN (SELECT x.event_id FROM workflow_event_dispatches x
                                                        WHERE x.tenant = $1 AND x.run_id = $2 AND x.outcome = 'resumed')
               UNION ALL
               SELECT 'emitted', e.* FROM workflow_runtime_events e WHERE e.tenant = $1 AND e.emitted_by_run_id = $2
             ) of_run
            ORDER BY created_at, event_id
            LIMIT $4`,
    values: [tx.tenant, input.runId, found.trigger_event_id, MAX_EVENTS],
  });
  return { items: rows.map((row) => toRunEvent(row, input.view)) };
}

function toRunEvent(row: Row, view: RunView): RunEvent {
  return {
    role: row.role,
    eventId: row.event_id,
    eventName: row.event_name,
    correlationKey: row.correlation_key,
    payloadSchemaRef: row.payload_schema_ref,
    status: row.status,
    payload: dataInView(view, row.payload),
    createdAt: row.created_at.toISOString(),
  };
}
