import { expect, test } from 'vitest';
import { isAppError } from './errors.ts';
import { assertStorableJson, findUnstorable } from './storable.ts';

const issuesOf = (value: unknown) => {
  try {
    assertStorableJson(value, '/value');
  } catch (thrown) {
    return isAppError(thrown, 'INVALID_INPUT') ? thrown.details.issues : thrown;
  }
  return [];
};

test.each([
  { name: 'null', value: null },
  { name: 'false', value: false },
  { name: 'the smallest number', value: 5e-324 },
  { name: 'an emoji', value: '🙂' },
  { name: 'a tree', value: { a: [1, { b: '' }] } },
])('$name can be stored', ({ value }) => {
  expect(issuesOf(value)).toEqual([]);
});

test.each([
  { name: 'a missing value', value: undefined, path: '/value', code: 'value_missing' },
  { name: 'NUL in text', value: { a: ['x', 'a\u0000b'] }, path: '/value/a/1', code: 'nul_character' },
  { name: 'half of a surrogate pair', value: '\ud83d', path: '/value', code: 'lone_surrogate' },
  { name: 'NUL in a member name', value: { ok: { 'a\u0000': 1 } }, path: '/value/ok', code: 'nul_character' },
  { name: 'a number without end', value: [Number.POSITIVE_INFINITY], path: '/value/0', code: 'number_not_finite' },
])('$name is refused with its place', ({ value, path, code }) => {
  expect(issuesOf(value)).toMatchObject([{ path, code }]);
});

test('nesting that would exhaust the stack is named without walking it recursively', () => {
  let value: unknown = 'leaf';
  for (let level = 0; level < 200_000; level += 1) value = [value];
  expect(findUnstorable(value)?.code).toBe('too_deep');
});
