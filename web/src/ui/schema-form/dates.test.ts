import { describe, expect, it } from 'vitest';
import { dayOf, instantOf, isDay, localTimeOf } from './dates.ts';

describe('days and moments', () => {
  it('a day stays the same day wherever it is read', () => {
    expect([dayOf('2026-06-12'), localTimeOf('2026-06-12'), isDay('2026-06-12')]).toEqual([
      '2026-06-12',
      '2026-06-12 00:00:00',
      true,
    ]);
  });

  it('a moment is stored in UTC and comes back as the time that was chosen', () => {
    const stored = instantOf('2026-06-12 09:30:00');
    expect(stored).toMatch(/^2026-06-1[123]T\d{2}:\d{2}:00\.000Z$/);
    expect(localTimeOf(stored ?? '')).toBe('2026-06-12 09:30:00');
  });

  it('what is no date is none', () => {
    expect([dayOf('soon'), localTimeOf('soon'), instantOf('soon')]).toEqual([null, null, null]);
  });
});
