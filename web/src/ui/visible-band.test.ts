import { expect, test } from 'vitest';
import { visibleBand } from './visible-band.ts';

test('at the top the band begins with the list and ends below the window', () => {
  expect(visibleBand(120, 900, 1)).toEqual({ from: 0, to: 1200 });
});

test('after scrolling the band covers the window with a margin on both sides', () => {
  const { from, to } = visibleBand(-10_000, 900, 1);
  expect(from).toBeLessThanOrEqual(10_000 - 240);
  expect(to).toBeGreaterThanOrEqual(10_900 + 240);
  expect(to - from).toBeLessThan(2400);
});

test('a little scrolling does not move it', () => {
  expect(visibleBand(-10_010, 900, 1)).toEqual(visibleBand(-10_020, 900, 1));
});

test('with larger text the same window shows less of the list', () => {
  const { from, to } = visibleBand(-2000, 900, 2);
  expect([from, to]).toEqual([720, 1920]);
});
