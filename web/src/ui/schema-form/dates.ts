/** A day as it is stored. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

/** The day of a stored day or moment, as this reader's calendar has it; null = neither. */
export function dayOf(text: string): string | null {
  return isDay(text) ? text : (localTimeOf(text)?.slice(0, 10) ?? null);
}

/** `2026-06-12 09:00:00` on this reader's clock. */
export function localTimeOf(text: string): string | null {
  // A day alone is that day everywhere, not midnight in UTC.
  const moment = new Date(isDay(text) ? `${text}T00:00:00` : text);
  if (Number.isNaN(moment.getTime())) return null;
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}:${two(moment.getSeconds())}`;
}

/** The stored form of a time on this reader's clock: ISO 8601 in UTC. */
export function instantOf(localTime: string): string | null {
  const moment = new Date(localTime.replace(' ', 'T'));
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
