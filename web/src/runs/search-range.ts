import type { RunsSearch } from './search.ts';

const hours = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;

export interface Range {
  from: string | undefined;
  /** Not included. */
  to: string | undefined;
}

/** The moments between which a run began: a span that ends now, or whole days of the reader's calendar, both included. */
export function rangeOf({ span, from, to }: Pick<RunsSearch, 'span' | 'from' | 'to'>, now: number): Range {
  if (span !== undefined) return { from: new Date(now - hours[span] * 3_600_000).toISOString(), to: undefined };
  return { from: startOf(from, 0), to: startOf(to, 1) };
}

function startOf(day: string | undefined, later: number): string | undefined {
  if (day === undefined) return undefined;
  const start = new Date(`${day}T00:00`);
  start.setDate(start.getDate() + later);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}
