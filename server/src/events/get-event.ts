import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { dataInView, errorInView, type RunView } from '../runs/redact-run.ts';
import { type Dispatch, listDispatches } from './dispatches.ts';
import { EVENT_ITEM_COLUMNS, EVENT_ITEM_COUNTS, type EventItem, type EventItemRow, toEventItem } from './event-view.ts';

export interface EventDetail extends EventItem {
  payload: JsonObject;
  /** `event:<id>` and `run:<id>`, oldest first: what led to this event. */
  causationChain: string[];
  dispatches: Dispatch[];
}

/** One event with its payload and what came of it, as the view allows it. Errors: NOT_FOUND. */
export async function getEvent(tx: Tx, { eventId, view }: { eventId: string; view: RunView }): Promise<EventDetail> {
  const { rows } = await tx.query<EventItemRow & { payload: JsonObject; causation_chain: string[] }>({
    text: `
      SELECT ${EVENT_ITEM_COLUMNS}, e.payload, e.causation_chain
      FROM workflow_runtime_events AS e ${EVENT_ITEM_COUNTS}
      WHERE e.tenant = $1 AND e.event_id = $2`,
    values: [tx.tenant, eventId],
  });
  const [row] = rows;
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'event', id: eventId });
  const dispatches = await listDispatches(tx, eventId);
  return {
    ...toEventItem(row, view),
    payload: dataInView(view, row.payload) as JsonObject,
    causationChain: row.causation_chain,
    dispatches: dispatches.map((dispatch) => ({ ...dispatch, details: errorInView(view, dispatch.details) })),
  };
}
