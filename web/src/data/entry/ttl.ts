import { secondsUntil } from '../entries/expiry.ts';

/** Until when an entry is kept: for ever, as long as before, one of the usual spans, or a number of seconds. */
export const ttlChoices = ['never', 'keep', 'hour', 'day', 'week', 'month', 'custom'] as const;
export type TtlChoice = (typeof ttlChoices)[number];

const MAX_SECONDS = 31_536_000;
const spans: Partial<Record<TtlChoice, number>> = { hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 };

/** Seconds from now; undefined = never ends, null = what was typed is no number of seconds. */
export function ttlSeconds(
  choice: TtlChoice,
  { seconds, expiresAt, now }: { seconds: string; expiresAt: string | null; now: number },
): number | undefined | null {
  if (choice === 'never') return undefined;
  if (choice === 'keep') return expiresAt === null ? undefined : Math.min(MAX_SECONDS, secondsUntil(expiresAt, now));
  if (choice !== 'custom') return spans[choice];
  const typed = /^\d+$/.test(seconds.trim()) ? Number(seconds) : 0;
  return typed >= 1 && typed <= MAX_SECONDS ? typed : null;
}
