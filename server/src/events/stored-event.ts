import type { Tx } from '../db/tx.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import type { EventStatus } from './insert-event.ts';

/** An event as it lies in the database: what a dispatch needs of it. */
export interface StoredEvent {
  eventId: string;
  eventName: string;
  correlationKey: string | null;
  payload: JsonObject;
  payloadHash: string;
  payloadSchemaRef: string | null;
  status: EventStatus;
  error: Json;
  causation: { depth: number; chain: string[] };
}

export interface StoredEventRow {
  event_id: string;
  event_name: string;
  correlation_key: string | null;
  payload: JsonObject;
  payload_hash: string;
  payload_schema_ref: string | null;
  status: EventStatus;
  error_json: Json;
  causation_depth: number;
  causation_chain: string[];
}

export const STORED_EVENT_COLUMNS =
  'event_id, event_name, correlation_key, payload, payload_hash, payload_schema_ref, status, error_json, causation_depth, causation_chain';

export function toStoredEvent(row: StoredEventRow): StoredEvent {
  return {
    eventId: row.event_id,
    eventName: row.event_name,
    correlationKey: row.correlation_key,
    payload: row.payload,
    payloadHash: row.payload_hash,
    payloadSchemaRef: row.payload_schema_ref,
    status: row.status,
    error: row.error_json,
    causation: { depth: row.causation_depth, chain: row.causation_chain },
  };
}

export async function findStoredEvent(tx: Tx, eventId: string): Promise<StoredEvent | null> {
  const { rows } = await tx.query<StoredEventRow>({
    name: 'find_stored_event',
    text: `SELECT ${STORED_EVENT_COLUMNS} FROM workflow_runtime_events WHERE tenant = $1 AND event_id = $2`,
    values: [tx.tenant, eventId],
  });
  const [row] = rows;
  return row === undefined ? null : toStoredEvent(row);
}
