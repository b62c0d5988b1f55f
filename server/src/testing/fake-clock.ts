import type { Clock } from '../kernel/clock.ts';

/** A clock that stands still until it is told otherwise. */
export interface FakeClock extends Clock {
  set(instant: Date | string): void;
  advance(ms: number): void;
}

export function createFakeClock(start: Date | string = '2026-03-01T09:00:00.000Z'): FakeClock {
  let current = new Date(start).getTime();
  return {
    now: () => new Date(current),
    set(instant) {
      current = new Date(instant).getTime();
    },
    advance(ms) {
      current += ms;
    },
  };
}
