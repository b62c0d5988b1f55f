import { expect, test } from 'vitest';
import { scrollTo } from './reveal.ts';

const view = { scrollTop: 1000, clientHeight: 400 };

test('what is in sight does not move', () => {
  expect(scrollTo(1000, 40, view, 'nearest')).toBeNull();
  expect(scrollTo(1360, 40, view, 'third')).toBeNull();
});

test('what is above comes in at the top, what is below at the bottom, with room around', () => {
  expect(scrollTo(500, 40, view, 'nearest')).toBe(468);
  expect(scrollTo(2000, 40, view, 'nearest')).toBe(1672);
});

test('at opening it stands a third from the top', () => {
  expect(scrollTo(3000, 40, view, 'third')).toBeCloseTo(2866.7, 1);
  expect(scrollTo(20, 40, view, 'third')).toBe(0);
});
