import type { Tx } from '../db/tx.ts';

const DEFAULT_WINDOW_MS = 30 * 24 * 60 * 60 * 1000;

export interface EventSummary {
  from: string;
  total: number;
  pending: number;
  dispatched: number;
  rejected: number;
  /** Dispatches of these events. */
  started: number;
  resumed: number;
  skipped: number;
  /** Of the event that waits longest for its dispatch; null = none waits. */
  oldestPendingAt: string | null;
}

interface SummaryRow {
  total: number;
  pending: number;
  dispatched: number;
  rejected: number;
  started: number;
  resumed: number;
  skipped: number;
  oldest_pending_at: Date | null;
}

/** Counts since `from`, an instant; the last 30 days when nothing is said. */
export async function summarizeEvents(
  tx: Tx,
  input: { eventName?: string | undefined; from?: string | undefined },
): Promise<EventSummary> {
  const from = input.from ?? new Date(tx.now.getTime() - DEFAULT_WINDOW_MS).toISOString();
  const { rows } = await tx.query<SummaryRow>({
    text: `
      WITH events AS MATERIALIZED (
        SELECT event_id, status, created_at FROM workflow_runtime_events
        WHERE tenant = $1 AND created_at >= $2 AND ($3::text IS NULL OR event_name = $3)
      ), outcomes AS (
        SELECT
          count(*) FILTER (WHERE d.outcome = 'started')::integer AS started,
          count(*) FILTER (WHERE d.outcome = 'resumed')::integer AS resumed,
          count(*) FILTER (WHERE d.outcome = 'skipped')::integer AS skipped
        FROM workflow_event_dispatches d JOIN events e ON e.event_id = d.event_id WHERE d.tenant = $1
      )
      SELECT
        count(*)::integer AS total,
        count(*) FILTER (WHERE status = 'pending')::integer AS pending,
        count(*) FILTER (WHERE status = 'dispatched')::integer AS dispatched,
        count(*) FILTER (WHERE status = 'rejected')::integer AS rejected,
        min(created_at) FILTER (WHERE status = 'pending') AS oldest_pending_at,
        (SELECT started FROM outcomes), (SELECT resumed FROM outcomes), (SELECT skipped FROM outcomes)
      FROM events`,
    values: [tx.tenant, from, input.eventName ?? null],
  });
  const [row] = rows;
  const { oldest_pending_at: oldest, ...counts } = row ?? { ...noEvents, oldest_pending_at: null };
  return { from, ...counts, oldestPendingAt: oldest?.toISOString() ?? null };
}

const noEvents = { total: 0, pending: 0, dispatched: 0, rejected: 0, started: 0, resumed: 0, skipped: 0 };
