import { expect, test } from 'vitest';
import { doneUndoneAndRedone, expectNothing, outline, sample, state } from '../testing/designs.ts';
import { insertSteps } from './insert-steps.ts';

test('steps go in between two others', () => {
  const after = doneUndoneAndRedone(sample(), insertSteps({ pipe: 'root', index: 1 }, [state('x'), state('y')]));
  expect(outline(after)).toBe('a x y check(then: b each(body: c) | else: d) e');
});

test('a block goes in with everything inside it', () => {
  const block = { id: 'guard', type: 'control.tryCatch' as const, try: [state('x')], catch: [] };
  const after = doneUndoneAndRedone(sample(), insertSteps({ pipe: 'each/body', index: 1 }, [block]));
  expect(outline(after)).toBe('a check(then: b each(body: c guard(try: x | catch:)) | else: d) e');
});

test('a branch that was never written is made by its first step', () => {
  const guard = insertSteps({ pipe: 'root', index: 0 }, [
    { id: 'one', type: 'control.if', condition: { $expr: 'true' }, then: [] },
  ])(sample()).document;
  expect(guard.pipes['one/else']).toBeUndefined();
  const after = doneUndoneAndRedone(guard, insertSteps({ pipe: 'one/else', index: 0 }, [state('x')]));
  expect(outline(after)).toContain('one(then: | else: x)');
});

test('steps that nobody touched stay the same objects', () => {
  const before = sample();
  const after = insertSteps({ pipe: 'each/body', index: 0 }, [state('x')])(before).document;
  for (const key of Object.keys(before.steps)) expect(after.steps[key]).toBe(before.steps[key]);
  expect(after.pipes.root).toBe(before.pipes.root);
  expect(after.pipes['check/then']).toBe(before.pipes['check/then']);
});

test('a place that does not exist takes nothing', () => {
  expectNothing(sample(), insertSteps({ pipe: 'check/body', index: 0 }, [state('x')]));
  expectNothing(sample(), insertSteps({ pipe: 'gone/then', index: 0 }, [state('x')]));
});
