import type { Tx } from '../db/tx.ts';
import { toAppError } from '../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import type { Logger } from '../kernel/logger.ts';
import { concernsTheTransaction, dispatchEvent } from './dispatch-event.ts';
import type { EventServices } from './event-services.ts';
import { findSubscribers } from './find-subscribers.ts';
import { STORED_EVENT_COLUMNS, type StoredEvent, type StoredEventRow, toStoredEvent } from './stored-event.ts';

/** An event whose dispatch breaks this often is set aside with its error, so that it cannot hold up the others for ever. */
const MAX_DISPATCH_ATTEMPTS = 3;

export interface DispatchedBatch {
  /** Rows that this transaction took; fewer than asked for = nothing is left for now. */
  taken: number;
  failed: number;
}

/**
 * Dispatches up to `limit` pending events of the tenant, oldest first.
 *
 * Locking: rows are taken with FOR UPDATE SKIP LOCKED and turned in the same transaction, so two dispatchers share the work and no
 * event is dispatched twice; when a process dies its rows are free again with everything undone.
 */
export async function dispatchPending(
  tx: Tx,
  services: EventServices,
  logger: Logger,
  limit: number,
): Promise<DispatchedBatch> {
  const { rows } = await tx.query<StoredEventRow>({
    name: 'take_pending_events',
    text: `
      SELECT ${STORED_EVENT_COLUMNS} FROM workflow_runtime_events
      WHERE tenant = $1 AND status = 'pending'
      ORDER BY created_at, event_id
      LIMIT $2
      FOR UPDATE SKIP LOCKED`,
    values: [tx.tenant, limit],
  });
  const events = rows.map(toStoredEvent);
  const done = await dispatchAll(tx, services, logger, events);
  await markDispatched(tx, done);
  return { taken: rows.length, failed: rows.length - done.length };
}

/** Ids of those that are dispatched. The usual way has one savepoint for all; only when something breaks each gets its own. */
async function dispatchAll(
  tx: Tx,
  services: EventServices,
  logger: Logger,
  events: readonly StoredEvent[],
): Promise<string[]> {
  const ids = events.map(({ eventId }) => eventId);
  try {
    const subscribersOf = onePerName((eventName) => findSubscribers(tx, eventName));
    const all = async () => {
      for (const event of events) await dispatchEvent(tx, services, event, { isGuarded: false, subscribersOf });
    };
    if (events.length > 0) await tx.savepoint(all);
    return ids;
  } catch (thrown) {
    if (concernsTheTransaction(thrown)) throw thrown;
    const done: string[] = [];
    for (const event of events) if (await dispatchOne(tx, services, logger, event)) done.push(event.eventId);
    return done;
  }
}

function onePerName<T>(find: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name) => {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  };
}

async function dispatchOne(tx: Tx, services: EventServices, logger: Logger, event: StoredEvent): Promise<boolean> {
  try {
    await tx.savepoint(() => dispatchEvent(tx, services, event, { isGuarded: true }));
    return true;
  } catch (thrown) {
    if (concernsTheTransaction(thrown)) throw thrown;
    const error = toAppError(thrown);
    logger.error({ err: thrown, tenant: tx.tenant, eventId: event.eventId }, 'an event could not be dispatched');
    await noteFailure(tx, event, { code: error.code, message: error.message });
    return false;
  }
}

async function markDispatched(tx: Tx, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.query({
    name: 'mark_events_dispatched',
    text: `
      UPDATE workflow_runtime_events SET status = 'dispatched', processed_at = $3, error_json = NULL
      WHERE tenant = $1 AND event_id = ANY($2::text[])`,
    values: [tx.tenant, eventIds, tx.now],
  });
}

async function noteFailure(tx: Tx, event: StoredEvent, error: JsonObject): Promise<void> {
  const attempts = attemptsOf(event.error) + 1;
  const status = attempts < MAX_DISPATCH_ATTEMPTS ? 'pending' : 'rejected';
  await tx.query({
    text: `
      UPDATE workflow_runtime_events
      SET status = $3, error_json = $4::jsonb, processed_at = CASE WHEN $3 = 'pending' THEN NULL ELSE $5::timestamptz END
      WHERE tenant = $1 AND event_id = $2`,
    values: [tx.tenant, event.eventId, status, JSON.stringify({ ...error, attempts }), tx.now],
  });
}

function attemptsOf(error: Json): number {
  const attempts = isJsonObject(error) ? error.attempts : undefined;
  return typeof attempts === 'number' ? attempts : 0;
}
