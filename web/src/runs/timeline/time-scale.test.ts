import { describe, expect, test } from 'vitest';
import { timeScale } from './time-scale.ts';

const MINUTE = 60_000;

describe('timeScale', () => {
  test('without waits time is drawn evenly', () => {
    const scale = timeScale(0, 1000, [{ from: 0, to: 1000, waits: false }]);
    expect([0, 250, 1000].map(scale.at)).toEqual([0, 0.25, 1]);
    expect(scale.shortened).toEqual([]);
  });

  test('a long wait leaves room for the work around it', () => {
    const end = 7 * 24 * 60 * MINUTE;
    const scale = timeScale(0, end, [
      { from: 0, to: MINUTE, waits: false },
      { from: MINUTE, to: end - MINUTE, waits: true },
      { from: end - MINUTE, to: end, waits: false },
    ]);
    expect(scale.shortened).toEqual([{ from: MINUTE, to: end - MINUTE }]);
    expect(scale.at(MINUTE)).toBeGreaterThan(0.3);
    expect(scale.at(end - MINUTE)).toBeLessThan(0.7);
  });

  test('moments keep their order whatever is shortened', () => {
    const scale = timeScale(0, 100 * MINUTE, [
      { from: MINUTE, to: 2 * MINUTE, waits: false },
      { from: 50 * MINUTE, to: 51 * MINUTE, waits: false },
    ]);
    const places = Array.from({ length: 101 }, (_, minute) => scale.at(minute * MINUTE));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(places[0]).toBe(0);
    expect(places.at(-1)).toBeCloseTo(1);
  });

  test('of a run whose work took no time the wait takes most of the room', () => {
    const scale = timeScale(0, 60 * MINUTE, [{ from: 8, to: 8, waits: false }]);
    expect(scale.at(8)).toBeCloseTo(0.1);
    expect(scale.at(60 * MINUTE)).toBeCloseTo(1);
  });

  test('a short pause is drawn as long as it was', () => {
    expect(timeScale(0, 1000, [{ from: 400, to: 410, waits: false }]).shortened).toEqual([]);
  });

  test('a run that only waits is drawn from edge to edge', () => {
    const scale = timeScale(0, 60 * MINUTE, [{ from: 0, to: 60 * MINUTE, waits: true }]);
    expect(scale.at(0)).toBe(0);
    expect(scale.at(60 * MINUTE)).toBeCloseTo(1);
  });
});
