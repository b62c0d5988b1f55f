import { z } from 'zod';
import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.ts';
import type { RunView } from '../runs/redact-run.ts';
import { eventIdField } from './event-fields.schema.ts';
import { EVENT_ITEM_COLUMNS, EVENT_ITEM_COUNTS, type EventItem, type EventItemRow, toEventItem } from './event-view.ts';
import type { EventStatus } from './insert-event.ts';

export interface ListEventsInput {
  eventName?: string | undefined;
  status?: EventStatus | undefined;
  correlationKey?: string | undefined;
  /** Instants: from this one on, up to but not including that one. */
  from?: string | undefined;
  to?: string | undefined;
  limit: number;
  cursor?: string | undefined;
  view: RunView;
}

/** Newest first. Errors: CURSOR_INVALID. */
export async function listEvents(tx: Tx, input: ListEventsInput): Promise<Page<EventItem>> {
  const after = placeOf(input.cursor);
  const { rows } = await tx.query<EventItemRow>({
    text: `
      SELECT ${EVENT_ITEM_COLUMNS}
      FROM (
        SELECT * FROM workflow_runtime_events
        WHERE tenant = $1
          AND ($2::text IS NULL OR event_name = $2)
          AND ($3::text IS NULL OR status = $3)
          AND ($4::text IS NULL OR correlation_key = $4)
          AND ($5::timestamptz IS NULL OR created_at >= $5)
          AND ($6::timestamptz IS NULL OR created_at < $6)
          AND ($7::timestamptz IS NULL OR (created_at, event_id) < ($7, $8::text))
        ORDER BY created_at DESC, event_id DESC
        LIMIT $9
      ) AS e ${EVENT_ITEM_COUNTS}
      ORDER BY e.created_at DESC, e.event_id DESC`,
    values: [
      tx.tenant,
      input.eventName ?? null,
      input.status ?? null,
      input.correlationKey ?? null,
      input.from ?? null,
      input.to ?? null,
      after?.at ?? null,
      after?.id ?? null,
      input.limit + 1,
    ],
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.created_at.toISOString(), row.event_id],
    (row) => toEventItem(row, input.view),
  );
}

const place = z.object({ at: z.iso.datetime(), id: eventIdField });

function placeOf(cursor: string | undefined): z.output<typeof place> | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, 2);
  const result = place.safeParse({ at, id });
  if (!result.success) throw appError('CURSOR_INVALID', { cursor });
  return result.data;
}
