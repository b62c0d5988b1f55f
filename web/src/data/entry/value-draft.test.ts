import { describe, expect, test } from 'vitest';
import { findJsonProblem } from './json-problem.ts';
import { draftOf, readDraft } from './value-draft.ts';

describe('a value while it is edited', () => {
  test.each([
    ['string' as const, 'stock count'],
    ['string' as const, '42'],
    ['number' as const, -1.5],
    ['boolean' as const, false],
    ['json' as const, { nested: [1, null, { a: 'b' }] }],
    ['json' as const, null],
  ])('a %s comes back unchanged', (type, value) => {
    expect(readDraft(draftOf(value, type))).toEqual({ value, problem: null });
  });

  test('a value that is not of its type is edited as JSON, so that nothing of it is lost', () => {
    expect(draftOf({ a: 1 }, 'number')).toMatchObject({ type: 'json' });
    expect(draftOf('yes', 'boolean')).toMatchObject({ type: 'json', text: '"yes"' });
  });

  test('what was typed stays when the type changes', () => {
    const draft = { ...draftOf('42', 'string'), type: 'number' as const };

    expect(readDraft(draft)).toEqual({ value: 42, problem: null });
  });

  test('a number needs digits that JSON can hold', () => {
    for (const text of ['', ' ', '4a', 'Infinity', '1e999']) {
      expect(readDraft({ type: 'number', text, flag: false }).problem).toBe('numberNeeded');
    }
  });
});

describe('text that is not JSON', () => {
  test('is told with the line and what stands there', () => {
    expect(findJsonProblem('{\n  "a": 1,\n  "b": }')).toEqual({ line: 3, token: '}' });
    expect(findJsonProblem('{"a": 1,}')).toEqual({ line: 1, token: '}' });
    expect(findJsonProblem("{'a': 1}")).toEqual({ line: 1, token: "'" });
    expect(findJsonProblem('[1, 2] 3')).toEqual({ line: 1, token: '3' });
    expect(findJsonProblem('01')).toEqual({ line: 1, token: '1' });
  });

  test('that ends too early says so', () => {
    expect(findJsonProblem('{\n"a": [1,\n2')).toEqual({ line: 3, token: null });
  });

  test.each(['{}', '[]', ' "a\\u00e9\\n" ', '-0.5e+10', '{"a": [true, false, null, {"b": []}]}', '"ä 漢 😀"'])(
    '%s is JSON',
    (text) => {
      expect(findJsonProblem(text)).toBeNull();
      expect(() => JSON.parse(text)).not.toThrow();
    },
  );

  test.each(['"\n"', '"\\x"', 'nul', 'truex', '{"a" 1}', '[1 2]', '', '-', '1.', '"a'])(
    '%j is refused here as by the browser',
    (text) => {
      expect(findJsonProblem(text)).not.toBeNull();
      expect(() => JSON.parse(text)).toThrow();
    },
  );
});
