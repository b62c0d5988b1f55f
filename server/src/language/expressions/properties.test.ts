import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAppError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { evaluateText } from '../testing/evaluate-text.ts';
import { normalizeSource } from './source.ts';

const names = fc.constantFrom('a', 'b', 'c', 'length', 'constructor', '_jsonata_function');
const { data } = fc.letrec<{ data: Json }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, 0, 1, '', 'x'),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(names, tie('data'), { maxKeys: 4 }),
  ),
}));

test('a path of names gives the same with and without the evaluator', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(names, data, { maxKeys: 5 }),
      fc.array(names, { minLength: 1, maxLength: 4 }),
      async (roots, path) => {
        const text = path.join('.');
        // Brackets make it a block, which the evaluator has to run.
        const [direct, evaluated] = [await outcome(text, roots), await outcome(`(${text})`, roots)];
        expect(direct).toEqual(evaluated);
      },
    ),
    { numRuns: 500 },
  );
});

test('any text is an expression that answers with JSON, or one of three typed errors', async () => {
  const fragments = fc.constantFrom(
    'payload',
    '.',
    'a',
    '$',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"x"',
    "'",
    '`',
    '==',
    '=',
    '&',
    '+',
    '/',
    '*',
    '**',
    '%',
    '@',
    '#',
    '?',
    ':',
    ':=',
    '~>',
    '|',
    '^',
    '<',
    ',',
    ';',
    '..',
    '1',
    '-',
    'and',
    'in',
    'len(',
    '$map(',
    'function($x){',
    '$x',
    '$string(',
    '/a/',
    '\\',
    ' ',
    '\u0000',
    '🙂',
    'null',
  );

  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.array(fragments, { maxLength: 14 }).map((parts) => parts.join('')),
        fc.string({ maxLength: 40 }),
      ),
      data,
      async (text, payload) => {
        try {
          const result = await evaluateText(text, { payload });
          if (result !== undefined) expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        } catch (error) {
          if (!isAppError(error)) throw error;
          expect(error.code).toMatch(/^EXPRESSION_(INVALID|FAILED|BUDGET_EXCEEDED)$/);
        }
      },
    ),
    { numRuns: 1_500 },
  );
});

test('the same expression on the same data gives the same, and the data stays', async () => {
  const texts = fc.constantFrom(
    ...[
      'a.b',
      'a[b=1]',
      'a.*',
      '**',
      'a[]',
      'a & b',
      'a{"k": $}',
      'a{b: $}',
      '$$.a{"k": $}',
      '($x := a; $x{"k": $})',
      'a^($)',
    ],
    ...[
      'a@$x.b',
      'a#$i.b',
      'a.%.b',
      '[a, b]',
      'a.[b]',
      '{"x": a}',
      'a in b',
      'a ? b : c',
      'a ~> $append(b)',
      'a.b[]',
      'a[0]',
    ],
    ...[
      '$keys(a)',
      '$distinct(a)',
      '$merge([a, b])',
      '$string(a)',
      '$sort(a)',
      '$reverse(a)',
      '$zip(a, b)',
      '$spread(a)',
    ],
    ...['$lookup(a, "b")', '$count(a)', 'len(a.b)', 'append(a, b)', 'coalesce(a, b)', 'toString(a)'],
    ...[
      '$map(a, function($v) { $v })',
      '$filter(a, function($v) { $v })',
      '$reduce(a, function($l, $r) { $append($l, $r) })',
    ],
    ...['$sort(a, function($l, $r) { $l > $r })', '$each(a, function($v) { $v })', '$sift(a, function($v) { $v })'],
  );

  await fc.assert(
    fc.asyncProperty(texts, fc.dictionary(names, data, { maxKeys: 5 }), async (text, roots) => {
      const before = JSON.stringify(roots);
      const first = await outcome(text, roots);
      expect(await outcome(text, JSON.parse(before))).toEqual(first);
      expect(await outcome(text, roots)).toEqual(first);
      expect(JSON.stringify(roots)).toBe(before);
    }),
  );
});

test('text without == and bare helpers is left as it is', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes('==') && !/(nowIso|coalesce|len|toString|append)/.test(text));
      const { text: normalized, originalPosition } = normalizeSource(text);
      expect(normalized).toBe(text);
      expect(originalPosition(text.length)).toBe(text.length);
    }),
  );
});

async function outcome(text: string, roots: Record<string, Json>): Promise<unknown> {
  try {
    return { result: await evaluateText(text, roots) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { code: error.code };
  }
}
