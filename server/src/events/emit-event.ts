import type { z } from 'zod';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { EventTypeDefinition } from '../registry/define-event.ts';
import { actorFields } from './actor-fields.ts';
import { correlationKeysOf } from './correlation-keys.ts';
import { insertEvents, type NewEvent } from './insert-event.ts';
import { payloadHash } from './payload-hash.ts';
import { payloadIssues } from './payload-issues.ts';

/** The declared members of a payload but for those that the publisher stamps. */
export type EventFacts<Payload extends z.ZodObject> = {
  [Name in keyof z.input<Payload> as string extends Name
    ? never
    : Name extends 'tenantId' | 'occurredAt' | 'actorUserId' | 'actorContactId' | 'actorType'
      ? never
      : Name]: z.input<Payload>[Name];
};

/**
 * Puts an event into the outbox, in the transaction of the change that it tells of: a change that is rolled back told nobody anything.
 * The dispatcher looks at it after the commit. `payload` gives the facts; tenant, time and actor are stamped here.
 *
 * An event of any depth is written, so that a change of a record never fails for its echo; whether it may still start something is
 * the dispatcher's question.
 * Errors: EVENT_PAYLOAD_INVALID when the payload breaks its own schema (a bug of the emitter, and nothing is written).
 */
export async function emitEvent<Payload extends z.ZodObject>(
  tx: Tx,
  writer: Writer,
  input: { eventType: EventTypeDefinition<Payload>; payload: EventFacts<Payload> },
): Promise<{ eventId: string }> {
  const { eventType } = input;
  const eventId = tx.newId();
  const payload = stamp(tx, writer, input.payload);
  assertFits(eventType, payload, eventId);
  const event: NewEvent = {
    eventId,
    eventName: eventType.eventType,
    correlationKey: correlationKeysOf(eventType, payload, null)[0] ?? null,
    payload,
    payloadHash: payloadHash(eventType.eventType, payload),
    payloadSchemaRef: eventType.payloadSchemaRef,
    schemaRefConflict: null,
    status: 'pending',
    error: null,
    source: writer.run === undefined ? 'records' : 'run',
    emittedByRunId: writer.run?.runId ?? null,
    causation: writer.causation,
  };
  await insertEvents(tx, [event]);
  tx.signal('outbox', '');
  tx.signal('event', eventId);
  return { eventId };
}

function stamp(tx: Tx, writer: Writer, facts: object): JsonObject {
  const stamped = { tenantId: tx.tenant, occurredAt: tx.now.toISOString(), ...actorFields(writer), ...facts };
  // Through JSON, so that what is checked is what is stored: absent members are gone.
  return JSON.parse(JSON.stringify(stamped)) as JsonObject;
}

function assertFits(eventType: EventTypeDefinition, payload: JsonObject, eventId: string): void {
  const result = eventType.payload.safeParse(payload);
  if (result.success) return;
  const issues = payloadIssues(result.error);
  throw appError('EVENT_PAYLOAD_INVALID', { schemaRef: eventType.payloadSchemaRef, issues, eventId });
}
