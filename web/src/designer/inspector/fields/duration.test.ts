import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { millisecondsOf, unitsOf } from './duration.ts';

describe('a length of time in its units', () => {
  it.each([
    [0, [0, 0, 0, 0]],
    [3_600_000, [0, 1, 0, 0]],
    [90_061_500, [1, 1, 1, 1.5]],
    [250, [0, 0, 0, 0.25]],
  ] as const)('%i milliseconds are split', (length, [days, hours, minutes, seconds]) => {
    expect(unitsOf(length)).toEqual({ days, hours, minutes, seconds });
  });

  it('more hours than a day has become days', () => {
    expect(unitsOf(millisecondsOf({ days: 0, hours: 49, minutes: 0, seconds: 0 }))).toMatchObject({
      days: 2,
      hours: 1,
    });
  });

  it('nothing is lost on the way there and back', () => {
    fc.assert(fc.property(fc.nat({ max: 10 ** 12 }), (length) => millisecondsOf(unitsOf(length)) === length));
  });
});
