import type { Json, JsonObject } from '../kernel/json.ts';
import { errorInView, type RunView } from '../runs/redact-run.ts';
import type { EventStatus } from './insert-event.ts';

/** An event as lists show it. */
export interface EventItem {
  eventId: string;
  eventName: string;
  correlationKey: string | null;
  payloadSchemaRef: string | null;
  schemaRefConflict: { submission: string; catalog: string } | null;
  status: EventStatus;
  error: JsonObject | null;
  source: string;
  emittedByRunId: string | null;
  causationDepth: number;
  createdAt: string;
  processedAt: string | null;
  /** How many workflows and waiting runs it started, resumed and passed by. */
  started: number;
  resumed: number;
  skipped: number;
}

export interface EventItemRow {
  event_id: string;
  event_name: string;
  correlation_key: string | null;
  payload_schema_ref: string | null;
  schema_ref_conflict: { submission: string; catalog: string } | null;
  status: EventStatus;
  error_json: Json;
  source: string;
  emitted_by_run_id: string | null;
  causation_depth: number;
  created_at: Date;
  processed_at: Date | null;
  started: number;
  resumed: number;
  skipped: number;
}

/** Of `workflow_runtime_events e`; counts come from the dispatches of that one event, by their index. */
export const EVENT_ITEM_COLUMNS = `
  e.event_id, e.event_name, e.correlation_key, e.payload_schema_ref, e.schema_ref_conflict, e.status, e.error_json, e.source,
  e.emitted_by_run_id, e.causation_depth, e.created_at, e.processed_at, d.started, d.resumed, d.skipped`;
export const EVENT_ITEM_COUNTS = `
  CROSS JOIN LATERAL (
    SELECT
      count(*) FILTER (WHERE outcome = 'started')::integer AS started,
      count(*) FILTER (WHERE outcome = 'resumed')::integer AS resumed,
      count(*) FILTER (WHERE outcome = 'skipped')::integer AS skipped
    FROM workflow_event_dispatches WHERE tenant = e.tenant AND event_id = e.event_id
  ) AS d`;

/** Who may not manage workflows sees that something is wrong with an event, not what stood in it. */
export function toEventItem(row: EventItemRow, view: RunView): EventItem {
  return {
    eventId: row.event_id,
    eventName: row.event_name,
    correlationKey: row.correlation_key,
    payloadSchemaRef: row.payload_schema_ref,
    schemaRefConflict: row.schema_ref_conflict,
    status: row.status,
    error: errorInView(view, row.error_json),
    source: row.source,
    emittedByRunId: row.emitted_by_run_id,
    causationDepth: row.causation_depth,
    createdAt: row.created_at.toISOString(),
    processedAt: row.processed_at?.toISOString() ?? null,
    started: row.started,
    resumed: row.resumed,
    skipped: row.skipped,
  };
}
