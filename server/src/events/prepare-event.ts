import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { type JsonObject, jsonSizeBytes } from '../kernel/json.ts';
import { assertStorableJson } from '../kernel/storable.ts';
import { suggest } from '../language/validation/suggest.ts';
import type { AnyEventType } from '../registry/define-event.ts';
import { correlationKeysOf } from './correlation-keys.ts';
import { enrichPayload } from './enrich-payload.ts';
import type { EventServices } from './event-services.ts';
import { findPayloadIssues } from './find-payload-issues.ts';
import type { EventStatus, NewEvent } from './insert-event.ts';
import { payloadHash } from './payload-hash.ts';
import { type RejectedEvent, rejectedEvent } from './rejected-event.ts';

export interface SentEvent {
  eventName: string;
  payload: JsonObject;
  correlationKey?: string | undefined;
  payloadSchemaRef?: string | undefined;
  /** The sender's own name of the event; makes sending it twice safe. */
  eventId?: string | undefined;
}

export interface PreparedEvent {
  event: NewEvent;
  eventType: AnyEventType;
  /** Set when the payload fails its schema: the event is kept, with what is wrong with it, and starts nothing. */
  rejection: RejectedEvent | null;
}

/**
 * Everything that can be said about an event before the database is asked. `status` is what it gets when nothing is wrong with it.
 * Errors: EVENT_UNKNOWN, PAYLOAD_TOO_LARGE, INVALID_INPUT.
 */
export function prepareEvent(
  tx: Tx,
  writer: Writer,
  services: EventServices,
  sent: SentEvent,
  status: EventStatus,
): PreparedEvent {
  const eventType = knownEventType(services, sent.eventName);
  assertStorableJson(sent.payload, '/payload');
  assertSize(sent.payload, services.limits.maxPayloadBytes);
  const eventId = sent.eventId ?? tx.newId();
  const schemaRef = sent.payloadSchemaRef ?? eventType.payloadSchemaRef;
  const payload = enrichPayload(tx, writer, sent.payload);
  const issues = findPayloadIssues(services.registry, eventType, schemaRef, payload);
  const rejection = issues.length > 0 ? rejectedEvent({ schemaRef, issues, eventId }) : null;
  const event: NewEvent = {
    eventId,
    eventName: eventType.eventType,
    correlationKey: correlationKeysOf(eventType, payload, sent.correlationKey ?? null)[0] ?? null,
    payload,
    payloadHash: payloadHash(eventType.eventType, sent.payload),
    payloadSchemaRef: schemaRef,
    schemaRefConflict:
      schemaRef === eventType.payloadSchemaRef ? null : { submission: schemaRef, catalog: eventType.payloadSchemaRef },
    status: rejection === null ? status : 'rejected',
    error: rejection?.stored ?? null,
    source: writer.source,
    emittedByRunId: writer.run?.runId ?? null,
    causation: writer.causation,
  };
  return { event, eventType, rejection };
}

function knownEventType({ registry }: EventServices, eventName: string): AnyEventType {
  const eventType = registry.eventType(eventName);
  if (eventType !== undefined) return eventType;
  const names = registry.eventTypes().map((known) => known.eventType);
  throw appError('EVENT_UNKNOWN', { eventName, suggestion: suggest(eventName.toUpperCase(), names) });
}

function assertSize(payload: JsonObject, maxBytes: number): void {
  const sizeBytes = jsonSizeBytes(payload);
  if (sizeBytes > maxBytes) throw appError('PAYLOAD_TOO_LARGE', { sizeBytes, maxBytes });
}
