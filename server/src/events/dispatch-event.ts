import { isReplayable, isUnavailable } from '../db/database-errors.ts';
import type { Tx } from '../db/tx.ts';
import { MAX_CAUSATION_DEPTH } from '../kernel/actor.ts';
import { type AppError, type ErrorCode, isAppError, toAppError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { type StartRunResult, startRun } from '../runs/start-run.ts';
import { resolveWaits } from '../runtime/waits/resolve-waits.ts';
import { correlationKeysOf } from './correlation-keys.ts';
import { type Dispatch, insertDispatches } from './dispatches.ts';
import type { EventServices } from './event-services.ts';
import { findSubscribers, type Subscriber } from './find-subscribers.ts';
import { type MappedPayload, mapPayload } from './map-payload.ts';
import type { StoredEvent } from './stored-event.ts';

export interface DispatchOptions {
  /**
   * Each start has its own savepoint: what one workflow cannot take does not concern the others. Costs two round trips per workflow, so
   * a caller may try without first, and when that throws undo everything and come again with it.
   */
  isGuarded: boolean;
  /** Who an event name concerns; a caller with many events asks once per name. */
  subscribersOf?: (eventName: string) => Promise<Subscriber[]>;
}

/**
 * Gives an event to everybody it concerns: first the runs that wait for it, then every published workflow that it triggers. Writes one
 * dispatch row for each with what came of it and why, and creates the runs; nothing of them is executed here.
 *
 * Call it once per event, in the transaction that writes the event or that holds its row locked. Deeper than `MAX_CAUSATION_DEPTH` an
 * event starts nothing, so that workflows that answer each other come to rest; it still resumes who waits for it.
 */
export async function dispatchEvent(
  tx: Tx,
  services: EventServices,
  event: StoredEvent,
  { isGuarded, subscribersOf = (eventName) => findSubscribers(tx, eventName) }: DispatchOptions,
): Promise<Dispatch[]> {
  const dispatches = await resumeWaits(tx, services, event);
  for (const subscriber of await subscribersOf(event.eventName)) {
    const dispatch = () => dispatchTo(tx, services, event, subscriber);
    dispatches.push(isGuarded ? await guarded(tx, subscriber, dispatch) : await dispatch());
  }
  await insertDispatches(tx, event.eventId, dispatches);
  tx.signal('event', event.eventId);
  return dispatches;
}

async function resumeWaits(tx: Tx, { registry }: EventServices, event: StoredEvent): Promise<Dispatch[]> {
  const eventType = registry.eventType(event.eventName);
  const derived = eventType === undefined ? [] : correlationKeysOf(eventType, event.payload, null);
  // A key of the sender's own stands alone; derived ones all name something that the event is about.
  const isDerived = event.correlationKey === null || derived[0] === event.correlationKey;
  const keys = isDerived ? derived : [event.correlationKey];
  const dispatches: Dispatch[] = [];
  for (const correlationKey of keys) {
    const { eventName, eventId, payload } = event;
    for (const wait of await resolveWaits(tx, { eventName, eventId, payload, correlationKey })) {
      dispatches.push({
        workflowId: wait.workflowId,
        workflowKey: wait.workflowKey,
        workflowVersion: wait.workflowVersion,
        outcome: 'resumed',
        reason: null,
        details: null,
        runId: wait.runId,
        waitId: wait.waitId,
      });
    }
  }
  return dispatches;
}

async function dispatchTo(
  tx: Tx,
  services: EventServices,
  event: StoredEvent,
  subscriber: Subscriber,
): Promise<Dispatch> {
  if (subscriber.isPaused) return skipped(subscriber, 'paused');
  const { depth } = event.causation;
  if (depth > MAX_CAUSATION_DEPTH) {
    return skipped(subscriber, 'depth_exceeded', { depth, maxDepth: MAX_CAUSATION_DEPTH });
  }
  const mapped = await mapPayload(event, subscriber, tx.now.toISOString());
  if ('skip' in mapped) return skipped(subscriber, mapped.skip, mapped.details);
  return toDispatch(subscriber, await startFor(tx, services, event, subscriber, mapped));
}

async function guarded(tx: Tx, subscriber: Subscriber, dispatch: () => Promise<Dispatch>): Promise<Dispatch> {
  try {
    return await tx.savepoint(dispatch);
  } catch (thrown) {
    if (concernsTheTransaction(thrown)) throw thrown;
    return refused(subscriber, toAppError(thrown));
  }
}

/** Another transaction in the way or a lost connection: nothing to record, the whole transaction is done again. */
export function concernsTheTransaction(thrown: unknown): boolean {
  return isReplayable(thrown) || isUnavailable(thrown) || isAppError(thrown, 'DATABASE_UNAVAILABLE');
}

function startFor(
  tx: Tx,
  services: EventServices,
  event: StoredEvent,
  subscriber: Subscriber,
  mapped: MappedPayload,
): Promise<StartRunResult> {
  const { depth, chain } = event.causation;
  return startRun(tx, {
    workflow: { workflowId: subscriber.workflowId },
    version: subscriber.version,
    payload: mapped.payload,
    trigger: {
      type: 'event',
      eventId: event.eventId,
      eventName: event.eventName,
      ...(mapped.sourceSchemaRef !== null && { sourcePayloadSchemaRef: mapped.sourceSchemaRef }),
      mappingApplied: mapped.isMapped,
    },
    causation: { depth: depth + 1, chain: [...chain, `event:${event.eventId}`] },
    limits: services.limits,
    isDirect: false,
  });
}

function toDispatch(subscriber: Subscriber, result: StartRunResult): Dispatch {
  if (result.outcome === 'refused') return refused(subscriber, result.error);
  return {
    ...target(subscriber),
    outcome: 'started',
    reason: result.outcome === 'started' && result.status === 'QUEUED' ? 'queued' : null,
    details: null,
    runId: result.runId,
  };
}

const skipReasons: Partial<Record<ErrorCode, string>> = {
  WORKFLOW_PAUSED: 'paused',
  WORKFLOW_NOT_PUBLISHED: 'not_published',
  RUN_PAYLOAD_INVALID: 'payload_invalid',
  PAYLOAD_TOO_LARGE: 'payload_too_large',
};

function refused(subscriber: Subscriber, error: AppError): Dispatch {
  const details: JsonObject = { code: error.code, message: error.message, details: error.details as JsonObject };
  return skipped(subscriber, skipReasons[error.code] ?? 'start_failed', details);
}

function skipped(subscriber: Subscriber, reason: string, details: JsonObject | null = null): Dispatch {
  return { ...target(subscriber), outcome: 'skipped', reason, details, runId: null };
}

function target({ workflowId, workflowKey, version }: Subscriber) {
  return { workflowId, workflowKey, workflowVersion: version, waitId: null };
}
