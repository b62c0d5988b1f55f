import { expect, test } from 'vitest';
import { doneUndoneAndRedone, expectNothing, outline, sample } from '../testing/designs.ts';
import { moveSteps } from './move-steps.ts';

test.each([
  ['down in its own pipe', ['a'], { pipe: 'root', index: 2 }, 'check(then: b each(body: c) | else: d) a e'],
  ['up in its own pipe', ['e'], { pipe: 'root', index: 0 }, 'e a check(then: b each(body: c) | else: d)'],
  ['into a branch', ['a'], { pipe: 'each/body', index: 1 }, 'check(then: b each(body: c a) | else: d) e'],
  ['out of a branch', ['c'], { pipe: 'root', index: 3 }, 'a check(then: b each(body:) | else: d) e c'],
])('a step moves %s', (_, keys, place, expected) => {
  expect(outline(doneUndoneAndRedone(sample(), moveSteps(keys, place)))).toBe(expected);
});

test('several steps of different pipes arrive together, in the order in which they were read', () => {
  const after = doneUndoneAndRedone(sample(), moveSteps(['e', 'd', 'a'], { pipe: 'check/then', index: 1 }));
  expect(outline(after)).toBe('check(then: b a d e each(body: c))');
});

test('a step that is chosen together with the block around it moves once, inside its block', () => {
  const after = doneUndoneAndRedone(sample(), moveSteps(['c', 'each'], { pipe: 'root', index: 0 }));
  expect(outline(after)).toBe('each(body: c) a check(then: b | else: d) e');
});

test('a step moved to where it stands changes nothing', () => {
  expectNothing(sample(), moveSteps(['a'], { pipe: 'root', index: 0 }));
  expectNothing(sample(), moveSteps(['a'], { pipe: 'root', index: 1 }));
});

test('a step dropped into its own branch is refused', () => {
  expectNothing(sample(), moveSteps(['check'], { pipe: 'check/else', index: 0 }));
  expectNothing(sample(), moveSteps(['check'], { pipe: 'each/body', index: 0 }));
});

test('a move leaves every step the same object', () => {
  const before = sample();
  const after = moveSteps(['a'], { pipe: 'each/body', index: 0 })(before).document;
  expect(after.steps).toBe(before.steps);
});
