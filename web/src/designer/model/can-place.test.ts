import { expect, test } from 'vitest';
import { canPlace } from './can-place.ts';
import { documentOf, nested, sample, state } from './testing/designs.ts';

const block = () => ({ id: 'x', type: 'control.if' as const, condition: { $expr: '' }, then: [state('y')] });

test('a step may stand in every pipe', () => {
  for (const pipe of ['root', 'check/then', 'check/else', 'each/body']) {
    expect(canPlace(sample(), { steps: [state('x')] }, { pipe, index: 0 })).toEqual({ allowed: true });
  }
});

test('a block does not go into itself, however deep', () => {
  const refused = { allowed: false, reason: 'intoItself' };
  expect(canPlace(sample(), { keys: ['check'] }, { pipe: 'check/else', index: 0 })).toEqual(refused);
  expect(canPlace(sample(), { keys: ['a', 'check'] }, { pipe: 'each/body', index: 0 })).toEqual(refused);
  expect(canPlace(sample(), { keys: ['each'] }, { pipe: 'check/else', index: 0 })).toEqual({ allowed: true });
});

test('a pipe that no step has is no place', () => {
  const refused = { allowed: false, reason: 'noSuchPlace' };
  expect(canPlace(sample(), { steps: [state('x')] }, { pipe: 'check/body', index: 0 })).toEqual(refused);
  expect(canPlace(sample(), { steps: [state('x')] }, { pipe: 'a/then', index: 0 })).toEqual(refused);
});

test('steps stand twenty levels deep and no deeper', () => {
  const document = nested(19);
  const place = { pipe: 'if-19/then', index: 0 };
  expect(canPlace(document, { steps: [state('x')] }, place)).toEqual({ allowed: true });
  expect(canPlace(document, { steps: [block()] }, place)).toEqual({ allowed: false, reason: 'tooDeep' });
});

test('a block that would push its inner steps too deep stays where it is', () => {
  const document = nested(18);
  const root = document.pipes.root ?? [];
  const both = {
    ...document,
    steps: { ...document.steps, ...documentOf(block()).steps },
    pipes: { ...document.pipes, ...documentOf(block()).pipes, root: [...root, 'x'] },
  };
  expect(canPlace(both, { keys: ['x'] }, { pipe: 'if-18/then', index: 0 })).toEqual({ allowed: true });
  const deeper = { ...both, ...nestedWith(both) };
  expect(canPlace(deeper, { keys: ['x'] }, { pipe: 'last/then', index: 0 })).toEqual({
    allowed: false,
    reason: 'tooDeep',
  });
});

function nestedWith(document: ReturnType<typeof sample>) {
  const last = { id: 'last', type: 'control.if', condition: { $expr: '' } };
  return {
    steps: { ...document.steps, last },
    pipes: { ...document.pipes, 'if-18/then': ['last'], 'last/then': [] },
  };
}

test('a workflow with five thousand steps takes no more, but its steps still move', () => {
  const full = documentOf(...Array.from({ length: 5000 }, (_, index) => state(`s${index}`)));
  expect(canPlace(full, { steps: [state('x')] }, { pipe: 'root', index: 0 })).toEqual({
    allowed: false,
    reason: 'tooMany',
  });
  expect(canPlace(full, { keys: ['s9'] }, { pipe: 'root', index: 0 })).toEqual({ allowed: true });
});
