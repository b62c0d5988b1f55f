import { expect, test } from 'vitest';
import { doneUndoneAndRedone, expectNothing, outline, sample } from '../testing/designs.ts';
import { removeSteps } from './remove-steps.ts';

test('a step goes', () => {
  expect(outline(doneUndoneAndRedone(sample(), removeSteps(['b'])))).toBe('a check(then: each(body: c) | else: d) e');
});

test('a block goes with everything inside it, also where an inner step was chosen too', () => {
  const after = doneUndoneAndRedone(sample(), removeSteps(['c', 'check', 'e']));
  expect(outline(after)).toBe('a');
  expect(Object.keys(after.pipes)).toEqual(['root']);
});

test('an Else that loses its last step is absent again', () => {
  const after = doneUndoneAndRedone(sample(), removeSteps(['d']));
  expect(outline(after)).toBe('a check(then: b each(body: c)) e');
});

test('a loop that loses its last step keeps its empty pipe', () => {
  expect(doneUndoneAndRedone(sample(), removeSteps(['c'])).pipes['each/body']).toEqual([]);
});

test('a step that is not there takes nothing away', () => {
  expectNothing(sample(), removeSteps(['gone']));
});
