import { expect, test } from 'vitest';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import { documentOf, state } from '../model/testing/designs.ts';
import { layCanvas } from './canvas-layout.ts';
import { scrollStep, withoutOpenGap } from './follow-pointer.ts';

test('the canvas scrolls near its edges, the faster the nearer, never more than twelve pixels a frame', () => {
  expect(scrollStep(400, 100, 700)).toBe(0);
  expect(scrollStep(150, 100, 700)).toBe(-2);
  expect(scrollStep(100, 100, 700)).toBe(-12);
  expect(scrollStep(20, 100, 700)).toBe(-12);
  expect(scrollStep(695, 100, 700)).toBe(11);
});

test('an open gap does not move what the pointer is over', () => {
  const document = documentOf(state('a'), state('b'), state('c'));
  const shut = layCanvas(document, new Set());
  const open = shut.gaps.find((gap) => gap.id === 'root:1') ?? null;
  const at = open?.y ?? 0;
  expect(withoutOpenGap(at - 30, open, shut)).toBe(at - 30);
  expect(withoutOpenGap(at + measure.openGap / 2, open, shut)).toBe(at);
  expect(withoutOpenGap(at + measure.openGap + 40, open, shut)).toBe(at + 40);
  expect(withoutOpenGap(500, null, shut)).toBe(500);
});
