import { expect, test } from 'vitest';
import { doneUndoneAndRedone, outline, sample } from '../testing/designs.ts';
import { duplicateSteps } from './duplicate-steps.ts';

test('a copy of a block stands right after it, with ids of its own all the way down', () => {
  const { change, keys } = duplicateSteps(sample(), ['check']);
  expect(keys).toEqual(['check-2']);
  expect(outline(doneUndoneAndRedone(sample(), change))).toBe(
    'a check(then: b each(body: c) | else: d) check-2(then: b-2 each-2(body: c-2) | else: d-2) e',
  );
});

test('several steps are copied each in its own place', () => {
  const { change, keys } = duplicateSteps(sample(), ['d', 'a', 'e']);
  expect(keys).toEqual(['a-2', 'd-2', 'e-2']);
  expect(outline(doneUndoneAndRedone(sample(), change))).toBe('a a-2 check(then: b each(body: c) | else: d d-2) e e-2');
});

test('a copy of a copy counts on', () => {
  const first = duplicateSteps(sample(), ['a']);
  const document = first.change(sample()).document;
  expect(duplicateSteps(document, ['a-2']).keys).toEqual(['a-3']);
});
