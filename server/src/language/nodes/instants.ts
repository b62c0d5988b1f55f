/** Instants are ISO 8601 UTC text; time itself comes from outside. */
export function laterBy(instant: string, milliseconds: number): string {
  return new Date(Math.min(Date.parse(instant) + milliseconds, MAX_INSTANT)).toISOString();
}

/** null = not a date-time. */
export function toInstant(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

// The end of year 9999: later dates have no four-digit year.
const MAX_INSTANT = 253_402_300_799_999;
