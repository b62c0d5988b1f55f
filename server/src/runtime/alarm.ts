import type { Clock } from '../kernel/clock.ts';

/** Longest time that a timer of Node takes well; the poll sees to what lies farther ahead. */
const MAX_DELAY_MS = 60 * 60_000;

export interface Alarm {
  /** Goes off at that time or earlier. */
  atLatest(time: Date): void;
  off(): void;
}

/** One timer for the earliest of many times. After it went off it is not set until somebody sets it. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let setForMs = Number.POSITIVE_INFINITY;

  function off(): void {
    clearTimeout(timer);
    setForMs = Number.POSITIVE_INFINITY;
  }

  return {
    atLatest(time) {
      const atMs = time.getTime();
      if (atMs >= setForMs) return;
      off();
      const delayMs = atMs - clock.now().getTime();
      if (delayMs > MAX_DELAY_MS) return;
      setForMs = atMs;
      timer = setTimeout(
        () => {
          off();
          ring();
        },
        // A timer may fire up to a millisecond early.
        Math.max(0, delayMs + 1),
      );
    },
    off,
  };
}
