import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { type AppError, appError } from '../kernel/errors.ts';
import { type DispatchOptions, dispatchEvent } from './dispatch-event.ts';
import { type Dispatch, listDispatches } from './dispatches.ts';
import type { EventServices } from './event-services.ts';
import { insertEvents } from './insert-event.ts';
import { type PreparedEvent, prepareEvent, type SentEvent } from './prepare-event.ts';
import { type RejectionDetails, rejectedEvent } from './rejected-event.ts';
import { findStoredEvent } from './stored-event.ts';

/** What the sender of one event gets. The event is durable and its runs are created; they execute afterwards. */
export interface EventAnswer {
  /** resumed: a run waited for it · no_wait: none did · duplicate: it was here before, and this is what came of it then. */
  status: 'resumed' | 'no_wait' | 'duplicate';
  eventId: string;
  /** The run that was resumed; the first of several. */
  runId: string | null;
  startedRuns: string[];
  dispatches: { workflowKey: string; outcome: Dispatch['outcome']; reason?: string; runId?: string }[];
}

export type IngestResult =
  | { answer: EventAnswer }
  /** The event was kept with its error: commit, then tell the sender. */
  | { rejected: AppError<'EVENT_PAYLOAD_INVALID'> };

/**
 * Takes in one event and dispatches it, all in this transaction.
 *
 * The sender's event id makes it safe to send again: the same payload gets the first answer, another one is refused. Of two senders at
 * once the second waits at the insert until the first has committed, and then finds the complete story.
 * Errors: EVENT_UNKNOWN, EVENT_ID_REUSED, PAYLOAD_TOO_LARGE, INVALID_INPUT.
 */
export async function ingestEvent(
  tx: Tx,
  writer: Writer,
  services: EventServices,
  sent: SentEvent,
  options: DispatchOptions = { isGuarded: true },
): Promise<IngestResult> {
  const prepared = prepareEvent(tx, writer, services, sent, 'dispatched');
  const { event, rejection } = prepared;
  const inserted = await insertEvents(tx, [event]);
  if (!inserted.has(event.eventId)) return answerAgain(tx, prepared);
  if (rejection !== null) {
    tx.signal('event', event.eventId);
    return { rejected: rejection.error };
  }
  const dispatches = await dispatchEvent(tx, services, event, options);
  const status = dispatches.some(({ outcome }) => outcome === 'resumed') ? 'resumed' : 'no_wait';
  return { answer: toAnswer(event.eventId, status, dispatches) };
}

async function answerAgain(tx: Tx, { event }: PreparedEvent): Promise<IngestResult> {
  const first = await findStoredEvent(tx, event.eventId);
  if (first === null || first.payloadHash !== event.payloadHash) {
    throw appError('EVENT_ID_REUSED', { eventId: event.eventId });
  }
  const refusal = first.status === 'rejected' ? refusalOf(first.error) : null;
  if (refusal !== null) return { rejected: rejectedEvent(refusal).error };
  return { answer: toAnswer(event.eventId, 'duplicate', await listDispatches(tx, event.eventId)) };
}

/** null = it was not its payload that was refused: the dispatcher gave it up. */
function refusalOf(stored: unknown): RejectionDetails | null {
  const { code, details } = stored as { code?: string; details?: RejectionDetails };
  return code === 'EVENT_PAYLOAD_INVALID' && details !== undefined ? details : null;
}

function toAnswer(eventId: string, status: EventAnswer['status'], dispatches: readonly Dispatch[]): EventAnswer {
  return {
    status,
    eventId,
    runId: dispatches.find(({ outcome }) => outcome === 'resumed')?.runId ?? null,
    startedRuns: dispatches.flatMap(({ outcome, runId }) => (outcome === 'started' && runId !== null ? [runId] : [])),
    dispatches: dispatches.map(({ workflowKey, outcome, reason, runId }) => ({
      workflowKey,
      outcome,
      ...(reason !== null && { reason }),
      ...(runId !== null && { runId }),
    })),
  };
}
