import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { type AppError, appError } from '../kernel/errors.ts';
import type { EventServices } from './event-services.ts';
import { insertEvents } from './insert-event.ts';
import { type PreparedEvent, prepareEvent, type SentEvent } from './prepare-event.ts';
import { rejectedEvent } from './rejected-event.ts';
import { findStoredEvent } from './stored-event.ts';

export type IngestListResult =
  | { eventIds: string[] }
  /** Nothing of the list counts; the events at fault were kept with their errors: commit, then tell the sender. */
  | { rejected: AppError<'EVENT_PAYLOAD_INVALID'> };

/**
 * Takes in a list of events, all or none; the dispatcher looks at them after the commit, in the order of the list. An id that was here
 * before with the same payload is answered and not taken in again.
 * Errors: EVENT_UNKNOWN, EVENT_ID_REUSED, PAYLOAD_TOO_LARGE, INVALID_INPUT. A rejection's issues start with the place in the list.
 */
export async function ingestEvents(
  tx: Tx,
  writer: Writer,
  services: EventServices,
  list: readonly SentEvent[],
): Promise<IngestListResult> {
  const prepared = list.map((sent) => prepareEvent(tx, writer, services, sent, 'pending'));
  const rejected = prepared.filter(({ rejection }) => rejection !== null);
  if (rejected.length > 0) {
    await insertEvents(tx, onePerId(rejected));
    return { rejected: refusalOf(prepared) };
  }
  const events = onePerId(prepared);
  const inserted = await insertEvents(tx, events);
  for (const event of events) {
    if (!inserted.has(event.eventId)) await assertSamePayload(tx, event);
  }
  tx.signal('outbox', '');
  tx.signal('event', '');
  return { eventIds: prepared.map(({ event }) => event.eventId) };
}

/** Errors: EVENT_ID_REUSED when one id stands for two payloads. */
function onePerId(prepared: readonly PreparedEvent[]): PreparedEvent['event'][] {
  const byId = new Map<string, PreparedEvent['event']>();
  for (const { event } of prepared) {
    const first = byId.get(event.eventId);
    if (first === undefined) byId.set(event.eventId, event);
    else if (first.payloadHash !== event.payloadHash) throw appError('EVENT_ID_REUSED', { eventId: event.eventId });
  }
  return [...byId.values()];
}

async function assertSamePayload(tx: Tx, event: PreparedEvent['event']): Promise<void> {
  const first = await findStoredEvent(tx, event.eventId);
  if (first?.payloadHash !== event.payloadHash) throw appError('EVENT_ID_REUSED', { eventId: event.eventId });
}

function refusalOf(prepared: readonly PreparedEvent[]): AppError<'EVENT_PAYLOAD_INVALID'> {
  const refusals = prepared.flatMap(({ rejection }, index) =>
    rejection === null ? [] : [{ index, details: rejection.error.details }],
  );
  const [first] = refusals;
  if (first === undefined) throw appError('INVARIANT_BROKEN', { invariant: 'a refused list has a refused event' });
  const issues = refusals.flatMap(({ index, details }) =>
    details.issues.map((issue) => ({ ...issue, path: `/${index}/payload${issue.path}` })),
  );
  return rejectedEvent({ ...first.details, issues }).error;
}
