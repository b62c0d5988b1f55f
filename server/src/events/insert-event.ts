import type { Tx } from '../db/tx.ts';
import type { Causation, Writer } from '../kernel/actor.ts';
import type { Json, JsonObject } from '../kernel/json.ts';

export type EventStatus = 'pending' | 'dispatched' | 'rejected';

export interface NewEvent {
  eventId: string;
  eventName: string;
  correlationKey: string | null;
  payload: JsonObject;
  payloadHash: string;
  payloadSchemaRef: string | null;
  /** What the sender named and what the catalog says, where they differ. */
  schemaRefConflict: { submission: string; catalog: string } | null;
  status: EventStatus;
  error: Json;
  /** Who told: a change of a record, a run's step, or the way in that the sender took. */
  source: Writer['source'] | 'records';
  emittedByRunId: string | null;
  causation: Causation;
}

/**
 * Writes events and answers the ids that are new. One statement: of two senders of the same id one waits for the other's commit and
 * then finds that nothing is left to insert, so an event exists once however often it is sent.
 */
export async function insertEvents(tx: Tx, events: readonly NewEvent[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const { rows } = await tx.query<{ event_id: string }>({
    name: 'insert_events',
    text: `
      INSERT INTO workflow_runtime_events (
        tenant, event_id, event_name, correlation_key, payload, payload_hash, payload_schema_ref, schema_ref_conflict, status,
        error_json, source, emitted_by_run_id, causation_depth, causation_chain, created_at, processed_at)
      SELECT $1, e.event_id, e.event_name, e.correlation_key, e.payload, e.payload_hash, e.payload_schema_ref, e.schema_ref_conflict,
        e.status, e.error_json, e.source, e.emitted_by_run_id, e.causation_depth, e.causation_chain, $2::timestamptz,
        CASE WHEN e.status = 'pending' THEN NULL ELSE $2::timestamptz END
      FROM jsonb_to_recordset($3::jsonb) AS e (
        event_id text, event_name text, correlation_key text, payload jsonb, payload_hash text, payload_schema_ref text,
        schema_ref_conflict jsonb, status text, error_json jsonb, source text, emitted_by_run_id uuid, causation_depth integer,
        causation_chain jsonb)
      ON CONFLICT (tenant, event_id) DO NOTHING
      RETURNING event_id`,
    values: [tx.tenant, tx.now, JSON.stringify(events.map(toRow))],
  });
  return new Set(rows.map((row) => row.event_id));
}

function toRow(event: NewEvent): Record<string, unknown> {
  return {
    event_id: event.eventId,
    event_name: event.eventName,
    correlation_key: event.correlationKey,
    payload: event.payload,
    payload_hash: event.payloadHash,
    payload_schema_ref: event.payloadSchemaRef,
    schema_ref_conflict: event.schemaRefConflict,
    status: event.status,
    error_json: event.error,
    source: event.source,
    emitted_by_run_id: event.emittedByRunId,
    causation_depth: event.causation.depth,
    causation_chain: event.causation.chain,
  };
}
