import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';

/** A published workflow that an event of this name concerns. */
export interface Subscriber {
  workflowId: string;
  workflowKey: string;
  version: number;
  isPaused: boolean;
  /** Of the published version, never of the draft. */
  payloadSchemaRef: string;
  /** As frozen at publish; null = not known. */
  payloadSchema: JsonObject | null;
  trigger: EventTrigger;
}

export interface EventTrigger {
  type: 'event';
  eventName: string;
  sourcePayloadSchemaRef?: string;
  payloadMapping?: JsonObject;
}

interface SubscriberRow {
  workflow_id: string;
  key: string;
  is_paused: boolean;
  version: number;
  payload_schema_ref: string;
  payload_schema_json: JsonObject | null;
  trigger: EventTrigger;
}

/**
 * Latest published versions with this trigger, oldest workflow first; paused ones too, so that they can be told apart from none.
 * A definition's row holds the live trigger; `live_event_name` is made of it, because policies keep indexes over expressions from use.
 */
export async function findSubscribers(tx: Tx, eventName: string): Promise<Subscriber[]> {
  const { rows } = await tx.query<SubscriberRow>({
    name: 'find_event_subscribers',
    text: `
      SELECT d.workflow_id, d.key, d.is_paused, v.version, v.definition_json ->> 'payloadSchemaRef' AS payload_schema_ref,
        v.payload_schema_json, v.trigger
      FROM workflow_definitions d
      JOIN workflow_definition_versions v
        ON v.tenant = d.tenant AND v.workflow_id = d.workflow_id AND v.version = d.published_version
      WHERE d.tenant = $1 AND d.live_event_name = $2 AND d.published_version IS NOT NULL
      ORDER BY d.created_at, d.workflow_id`,
    values: [tx.tenant, eventName],
  });
  return rows.map((row) => ({
    workflowId: row.workflow_id,
    workflowKey: row.key,
    version: row.version,
    isPaused: row.is_paused,
    payloadSchemaRef: row.payload_schema_ref,
    payloadSchema: row.payload_schema_json,
    trigger: row.trigger,
  }));
}
