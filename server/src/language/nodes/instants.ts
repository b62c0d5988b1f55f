/** Instants are ISO 8601 UTC text; time itself comes from outside. */
export function laterBy(instant: string, milliseconds: number): string {
  return new Date(Math.min(Date.parse(instant) + milliseconds, MAX_INSTANT)).toISOString();
}

/** null = not a date-time. An offset may lead beyond the years that are written with four digits: those at the edge stand for them. */
export function toInstant(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(Math.max(MIN_INSTANT, Math.min(time, MAX_INSTANT))).toISOString();
}

// The beginning of year 1: a database has no year 0.
const MIN_INSTANT = -62_135_596_800_000;
// The end of year 9999: later dates have no four-digit year.
const MAX_INSTANT = 253_402_300_799_999;
