import type { Format } from '../../i18n/format.ts';

const DAY_MS = 86_400_000;

export type Expiry = { kind: 'never' } | { kind: 'over' } | { kind: 'ends'; text: string };

/** When an entry ends, as a countdown that becomes finer as the end comes near; seconds are counted in the last minute only. */
export function expiryOf(expiresAt: string | null, now: number, format: Pick<Format, 'duration'>): Expiry {
  if (expiresAt === null) return { kind: 'never' };
  const left = new Date(expiresAt).getTime() - now;
  if (left <= 0) return { kind: 'over' };
  const grain = left > DAY_MS ? 3_600_000 : left > 60_000 ? 60_000 : 1000;
  return { kind: 'ends', text: format.duration(Math.max(grain, Math.floor(left / grain) * grain)) };
}

/** Whole seconds until then, at least one: what a time to live can say. */
export function secondsUntil(expiresAt: string, now: number): number {
  return Math.max(1, Math.ceil((new Date(expiresAt).getTime() - now) / 1000));
}
