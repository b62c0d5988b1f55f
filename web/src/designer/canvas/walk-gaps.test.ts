import { describe, expect, test } from 'vitest';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import { sample } from '../model/testing/designs.ts';
import { type Gap, layCanvas } from './canvas-layout.ts';
import { type GapDirection, nearestGap, staysThere, walkGaps } from './walk-gaps.ts';

const document = sample();
const { gaps, cards } = layCanvas(document, new Set());
const gap = (id: string): Gap => {
  const found = gaps.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no gap ${id}`);
  return found;
};
const go = (from: string, direction: GapDirection) => walkGaps(document, gaps, gap(from), direction)?.id ?? null;

describe('the walk over gaps', () => {
  test('down and up go through all of them', () => {
    expect(go('root:1', 'next')).toBe('check/then:0');
    expect(go('check/else:0', 'previous')).toBe('check/then:2');
  });

  test('it ends above the first step and below the last', () => {
    expect(go('root:0', 'previous')).toBeNull();
    expect(go('root:3', 'next')).toBeNull();
  });

  test('left leaves the block to the place below it', () => {
    expect(go('each/body:0', 'out')).toBe('check/then:2');
    expect(go('check/then:1', 'out')).toBe('root:2');
    expect(go('root:1', 'out')).toBeNull();
  });

  test('right enters the block below, else the one above', () => {
    expect(go('root:1', 'in')).toBe('check/then:0');
    expect(go('root:2', 'in')).toBe('check/then:0');
    expect(go('root:0', 'in')).toBeNull();
  });
});

describe('the nearest gap', () => {
  test('is the one at the height of the pointer', () => {
    const a = cards.get('a');
    expect(nearestGap(gaps, 300, (a?.top ?? 0) + measure.designCard + 5)?.id).toBe('root:1');
  });

  test('is the outer one where the pointer stands left of the inner pipe', () => {
    const inner = gap('each/body:1');
    const outer = gap('check/then:2');
    const between = (inner.y + outer.y) / 2 - 1;
    expect(nearestGap(gaps, inner.axis, between)?.id).toBe('each/body:1');
    expect(nearestGap(gaps, outer.axis - measure.axis, between)?.id).toBe('check/then:2');
  });
});

describe('dropped where it is', () => {
  test('above or below itself a step stays', () => {
    expect(staysThere(document, ['a'], gap('root:0'))).toBe(true);
    expect(staysThere(document, ['a'], gap('root:1'))).toBe(true);
    expect(staysThere(document, ['a'], gap('root:2'))).toBe(false);
  });

  test('steps in a row stay between each other, steps apart come together', () => {
    expect(staysThere(document, ['a', 'check'], gap('root:1'))).toBe(true);
    expect(staysThere(document, ['a', 'e'], gap('root:1'))).toBe(false);
  });

  test('another pipe is another place', () => {
    expect(staysThere(document, ['a'], gap('check/then:0'))).toBe(false);
  });
});
