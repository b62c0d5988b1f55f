import { describe, expect, test } from 'vitest';
import { jsonDiff, lineDiff } from './json-diff.ts';

const shown = (before: unknown, after: unknown) =>
  jsonDiff(before, after).map(({ sign, text }) => `${sign}${text.trim()}`);

describe('the difference of two values', () => {
  test('a member that changed goes and comes, the others stay out of sight', () => {
    expect(shown({ copied: 213, task: 'a', note: 'x' }, { copied: 214, task: 'a', note: 'x' })).toEqual([
      '-"copied": 213',
      '+"copied": 214',
    ]);
  });

  test('a new last member does not change the line before it, though that gets a comma', () => {
    expect(shown({ copied: 214 }, { copied: 214, lastTask: '8f2c' })).toEqual(['+"lastTask": "8f2c"']);
  });

  test('two changes apart from each other are told apart', () => {
    expect(shown([1, 2, 3, 4, 5], [9, 2, 3, 4, 8])).toEqual(['-1', '+9', '-5', '+8']);
  });

  test('a line that moved goes at one place and comes at another', () => {
    expect(shown(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['+"c"', '-"c"']);
  });

  test('a first value only comes, a deleted one only goes', () => {
    expect(shown(undefined, 'new')).toEqual(['+"new"']);
    expect(shown(0, undefined)).toEqual(['-0']);
  });

  test('a stored null is a value', () => {
    expect(shown(undefined, null)).toEqual(['+null']);
    expect(shown(null, 1)).toEqual(['-null', '+1']);
  });

  test('equal values have no difference, however their members are nested', () => {
    expect(shown({ a: [{ b: 1 }] }, { a: [{ b: 1 }] })).toEqual([]);
  });

  test('what is too large to compare line by line is told as a whole', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `before ${index}`);
    const after = Array.from({ length: 3000 }, (_, index) => `after ${index}`);

    const lines = lineDiff(['same', ...before, 'end'], ['same', ...after, 'end']);

    expect(lines).toHaveLength(6000);
    expect(lines.some(({ text }) => text === 'same' || text === 'end')).toBe(false);
  });
});
