import type { Step } from '@penstock/server/language';
import { expect, test } from 'vitest';
import { doneUndoneAndRedone, expectNothing, nested, outline, sample } from '../testing/designs.ts';
import { unwrapStep } from './unwrap-step.ts';
import { wrapSteps } from './wrap-steps.ts';

const guard = (): Step => ({ id: 'guard', type: 'control.tryCatch', try: [], catch: [] });

test('siblings in a row go into a block', () => {
  const after = doneUndoneAndRedone(sample(), wrapSteps(sample(), ['check', 'a'], guard(), 'try'));
  expect(outline(after)).toBe('guard(try: a check(then: b each(body: c) | else: d) | catch:) e');
});

test('steps with another one between them, or of different pipes, are not wrapped', () => {
  expectNothing(sample(), wrapSteps(sample(), ['a', 'e'], guard(), 'try'));
  expectNothing(sample(), wrapSteps(sample(), ['a', 'b'], guard(), 'try'));
});

test('a slot that the block has not is refused', () => {
  expectNothing(sample(), wrapSteps(sample(), ['a'], guard(), 'body'));
});

test('a block around steps at the greatest depth is refused', () => {
  expectNothing(nested(20), wrapSteps(nested(20), ['if-20'], guard(), 'try'));
  const after = doneUndoneAndRedone(nested(19), wrapSteps(nested(19), ['if-19'], guard(), 'try'));
  expect(after.pipes['guard/try']).toEqual(['if-19']);
});

test('the steps inside a block take its place when it goes', () => {
  expect(outline(doneUndoneAndRedone(sample(), unwrapStep('check')))).toBe('a b each(body: c) d e');
});

test('unwrapping takes back a wrapping', () => {
  const wrapped = wrapSteps(sample(), ['a', 'check'], guard(), 'try')(sample()).document;
  expect(unwrapStep('guard')(wrapped).document).toEqual(sample());
});

test('a step that holds nothing cannot be unwrapped', () => {
  expectNothing(sample(), unwrapStep('a'));
});
