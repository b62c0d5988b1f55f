import { describe, expect, test } from 'vitest';
import { sample } from '../model/testing/designs.ts';
import { layCanvas } from './canvas-layout.ts';
import { type Direction, stepsBetween, walkStops } from './walk-stops.ts';

const document = sample();
const { stops } = layCanvas(document, new Set());
const go = (from: string, direction: Direction, folded: string[] = []) =>
  walkStops(document, layCanvas(document, new Set(folded)).stops, from, direction);

describe('arrow keys on the canvas', () => {
  test('down and up go through everything in sight', () => {
    expect(go('trigger', 'next')).toBe('step:a');
    expect(go('step:check', 'next')).toBe('step:b');
    expect(go('step:d', 'previous')).toBe('step:c');
  });

  test('they end at the first and at the last', () => {
    expect(go('trigger', 'previous')).toBeNull();
    expect(go('step:e', 'next')).toBeNull();
  });

  test('home and end go to the trigger and to the last step', () => {
    expect(go('step:c', 'first')).toBe('trigger');
    expect(go('step:c', 'last')).toBe('step:e');
  });

  test('left goes out to the block, from the outermost pipe to the trigger', () => {
    expect(go('step:c', 'out')).toBe('step:each');
    expect(go('step:each', 'out')).toBe('step:check');
    expect(go('step:check', 'out')).toBe('trigger');
  });

  test('right goes into the first branch of a block, and nowhere from a plain step', () => {
    expect(go('step:check', 'in')).toBe('step:b');
    expect(go('step:a', 'in')).toBeNull();
  });

  test('right stops at a folded branch, left goes out of it', () => {
    expect(go('step:check', 'in', ['check/then'])).toBe('branch:check/then');
    expect(go('branch:check/then', 'out', ['check/then'])).toBe('step:check');
  });
});

test('shift selects every step between two, the other way round too', () => {
  expect(stepsBetween(stops, 'a', 'c')).toEqual(['a', 'check', 'b', 'each', 'c']);
  expect(stepsBetween(stops, 'b', 'a')).toEqual(['b', 'check', 'a']);
});
