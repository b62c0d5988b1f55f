import { describe, expect, test } from 'vitest';
import { isAppError } from './errors.ts';
import { assertStorableJson, findUnstorable, MAX_JSON_DEPTH, storableText } from './storable.ts';

function nested(depth: number): unknown {
  let value: unknown = 'leaf';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('what the database cannot keep', () => {
  test.each([
    { name: 'ordinary data', value: { a: [1, null, true, 'ä😀'] }, problem: null },
    {
      name: 'a NUL in a nested text',
      value: { a: [{ b: 'x\u0000' }] },
      problem: { path: '/a/0/b', code: 'nul_character' },
    },
    { name: 'a NUL in a member name', value: { a: { 'b\u0000': 1 } }, problem: { path: '/a', code: 'nul_character' } },
    { name: 'half of a surrogate pair', value: ['\ud800'], problem: { path: '/0', code: 'lone_surrogate' } },
    { name: 'a number without end', value: [Infinity], problem: { path: '/0', code: 'number_not_finite' } },
    {
      name: 'a member name with a slash',
      value: { 'a/b~c': '\u0000' },
      problem: { path: '/a~1b~0c', code: 'nul_character' },
    },
    { name: 'the deepest allowed nesting', value: nested(MAX_JSON_DEPTH), problem: null },
  ])('$name', ({ value, problem }) => {
    expect(findUnstorable(value)).toEqual(problem);
  });

  test('nesting that would exhaust the stack is named without walking it recursively', () => {
    expect(findUnstorable(nested(200_000))?.code).toBe('too_deep');
  });

  test('a text field refuses what the database would refuse', () => {
    expect(storableText(1, 5).safeParse('a\u0000').success).toBe(false);
    expect(storableText(1, 5).safeParse('abc').success).toBe(true);
  });

  test('the refusal names the member that was given and the place in it', () => {
    const issuesOf = (value: unknown) => {
      try {
        assertStorableJson(value, '/value');
      } catch (thrown) {
        return isAppError(thrown, 'INVALID_INPUT') ? thrown.details.issues : thrown;
      }
      return [];
    };

    expect(issuesOf(null)).toEqual([]);
    expect(issuesOf(undefined)).toMatchObject([{ path: '/value', code: 'value_missing' }]);
    expect(issuesOf({ note: '\u0000' })).toMatchObject([{ path: '/value/note', code: 'nul_character' }]);
  });
});
