import type { Tx } from '../../db/tx.ts';
import type { Json } from '../../kernel/json.ts';
import type { CommandOf } from '../../language/interpreter/types.ts';
import { type BoundaryDraft, type Timeless, toNewWait } from '../boundary-draft.ts';
import type { HeldRun } from '../held-run.ts';
import type { RuntimeContext } from '../runtime-context.ts';
import { passesFilters } from './event-filter.ts';
import { holdEventName } from './hold-event-name.ts';

interface EarlierEvent {
  event_id: string;
  payload: Json;
}

/**
 * Looks for an event that came up to `bufferMs` before this wait began, oldest first; null = none, and the wait row is written. As an
 * event that comes later does, it meets by each of the fields that its type is correlated by, unless its sender gave a key.
 * An event that resumed a run before is used up; for a wait that resumes all it is used up for this run only. The event that started
 * the run does not count.
 *
 * Locking: see holdEventName; the exclusive lock also keeps two such waits from meeting one event.
 */
export async function meetBufferedEvent(
  tx: Tx,
  { platform }: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
  command: CommandOf<'wait'>,
): Promise<Timeless | null> {
  const { wait, token } = command;
  if (wait.type !== 'event') return null;
  const { eventName, correlationKey } = wait;
  await holdEventName(tx, { eventName, correlationKey, mode: 'exclusive' });
  const fields = platform.registry.eventType(eventName)?.correlation ?? [];
  const events = await findEarlierEvents(tx, held, wait, fields, draft.now);
  const met = events.find((event) => passesFilters(wait.filters, event.payload));
  if (met === undefined) {
    draft.waits.push(toNewWait(command, null));
    return null;
  }
  const answer = {
    type: 'waitResolved',
    token,
    resolution: { type: 'event', eventName, eventId: met.event_id, payload: met.payload },
  } as const;
  draft.waits.push(toNewWait(command, answer));
  await noteDispatch(tx, held, met.event_id);
  return answer;
}

async function findEarlierEvents(
  tx: Tx,
  held: HeldRun,
  wait: Extract<CommandOf<'wait'>['wait'], { type: 'event' }>,
  fields: readonly string[],
  now: Date,
): Promise<EarlierEvent[]> {
  const { rows } = await tx.query<EarlierEvent>({
    name: 'find_earlier_events',
    text: `
      SELECT e.event_id, e.payload FROM workflow_runtime_events e
      CROSS JOIN LATERAL (
        SELECT array_agg(e.payload ->> field ORDER BY place) AS keys FROM unnest($8::text[]) WITH ORDINALITY AS f (field, place)
        WHERE jsonb_typeof(e.payload -> field) IN ('string', 'number') AND e.payload ->> field <> ''
      ) AS derived
      WHERE e.tenant = $1 AND e.event_name = $2 AND e.created_at >= $4 AND e.status <> 'rejected'
        AND (e.correlation_key = $3 OR (e.correlation_key = derived.keys[1] AND $3 = ANY(derived.keys)))
        AND e.event_id IS DISTINCT FROM $5
        AND NOT EXISTS (
          SELECT 1 FROM workflow_event_dispatches d
          WHERE d.tenant = e.tenant AND d.event_id = e.event_id AND d.outcome = 'resumed' AND ($6 = 'one' OR d.run_id = $7::uuid))
      ORDER BY e.created_at, e.event_id`,
    values: [
      tx.tenant,
      wait.eventName,
      wait.correlationKey,
      new Date(now.getTime() - wait.bufferMs),
      held.triggerEventId,
      wait.resume,
      held.runId,
      fields,
    ],
  });
  return rows;
}

/** The event's list of dispatches says that it resumed this run, as if it had come later. */
async function noteDispatch(tx: Tx, held: HeldRun, eventId: string): Promise<void> {
  await tx.query({
    name: 'note_buffered_dispatch',
    text: `
      INSERT INTO workflow_event_dispatches (
        tenant, dispatch_id, event_id, workflow_id, workflow_key, workflow_version, outcome, reason, run_id, created_at)
      SELECT $1, $2, $3, workflow_id, key, $5, 'resumed', 'buffered', $6, $7 FROM workflow_definitions
      WHERE tenant = $1 AND workflow_id = $4`,
    values: [tx.tenant, tx.newId(), eventId, held.workflowId, held.workflowVersion, held.runId, tx.now],
  });
}
