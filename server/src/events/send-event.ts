import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { ErrorCodes, isAppError } from '../kernel/errors.ts';
import type { EventServices } from './event-services.ts';
import { type EventAnswer, ingestEvent } from './ingest-event.ts';
import { ingestEvents } from './ingest-events.ts';
import type { SentEvent } from './prepare-event.ts';

/** The transactions of the sender's tenant. */
type InTenant = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/**
 * Tries without savepoints first; when a workflow breaks its own start, everything is undone and done again with one per workflow.
 * Errors: those of `ingestEvent`; EVENT_PAYLOAD_INVALID after the event was kept with its error.
 */
export async function sendEvent(
  inTenant: InTenant,
  writer: Writer,
  services: EventServices,
  sent: SentEvent,
): Promise<EventAnswer> {
  const ingest = (isGuarded: boolean) => inTenant((tx) => ingestEvent(tx, writer, services, sent, { isGuarded }));
  const result = await ingest(false).catch((thrown: unknown) => {
    if (isAppError(thrown) && ErrorCodes[thrown.code].kind !== 'unexpected') throw thrown;
    return ingest(true);
  });
  if ('rejected' in result) throw result.rejected;
  return result.answer;
}

/** Errors: those of `ingestEvents`; EVENT_PAYLOAD_INVALID after the events at fault were kept with their errors. */
export async function sendEvents(
  inTenant: InTenant,
  writer: Writer,
  services: EventServices,
  list: readonly SentEvent[],
): Promise<{ eventIds: string[] }> {
  const result = await inTenant((tx) => ingestEvents(tx, writer, services, list));
  if ('rejected' in result) throw result.rejected;
  return result;
}
