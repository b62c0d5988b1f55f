import { describe, expect, test } from 'vitest';
import { evaluateText, NOW, refusalOf } from '../testing/evaluate-text.ts';
import { compileExpression } from './compile-expression.ts';
import { expressionFunctions } from './function-table.ts';

const roots = {
  payload: {
    title: 'Fix it',
    tags: ['red'],
    one: [{ id: 1, status: 'open' }],
    many: [
      { id: 1, status: 'open' },
      { id: 2, status: 'done' },
    ],
    'odd name': 5,
    nothing: null,
  },
  vars: { count: 2 },
};

describe('the function table', () => {
  test.each([...expressionFunctions.values()])('$name does what its example says', async ({ example }) => {
    expect(await evaluateText(example.expression)).toEqual(example.result);
  });

  test.each([...expressionFunctions.values()])('$name names parameters of known types', ({ parameters }) => {
    const types = ['any', 'text', 'number', 'boolean', 'list', 'object', 'function', 'pattern'];
    for (const parameter of parameters) {
      expect(types).toContain(parameter.type);
      expect(parameter.name).toMatch(/^[a-z]+$/);
    }
  });

  test.each(['$eval("1")', '$random()', '$shuffle([1])', '$clone({})', '$nope()', 'nope()'])(
    '%s is not in it',
    async (text) => {
      expect(await refusalOf(text)).toBe('EXPRESSION_INVALID FUNCTION_UNKNOWN');
    },
  );
});

describe('what authors may write', () => {
  test.each([
    { name: 'two equal signs compare', text: "payload.title == 'Fix it'", result: true },
    { name: 'two equal signs inside a text stay', text: '\'a==b\' & "c==d"', result: 'a==bc==d' },
    { name: 'two equal signs inside a quoted name stay', text: '{"x": `a==b`}', result: {} },
    { name: 'two equal signs inside a comment stay', text: '1 /* a == b */ = 1', result: true },
    { name: 'two equal signs inside a pattern stay', text: "$contains('a==b', /a==b/)", result: true },
    { name: 'an escaped quote does not end a text', text: '"a\\" == " & 1', result: 'a" == 1' },
    { name: 'a division is not a pattern', text: 'vars.count / 2 == 2 / vars.count', result: true },
    { name: 'helpers work without a dollar', text: "coalesce(payload.nope, toString(len('ab')))", result: '2' },
    { name: 'helpers work with a dollar', text: '$len($append([1], 2))', result: 2 },
    { name: 'helpers work after a blank', text: 'len ([1, 2])', result: 2 },
    { name: 'a member that is called like a helper stays a member', text: '{"len": 1}.len', result: 1 },
    { name: 'a helper name in a text stays', text: "'len(x)'", result: 'len(x)' },
    { name: 'and, or and in are names where names stand', text: '{"and": 1}.and', result: 1 },
    { name: 'quoted names', text: 'payload.`odd name` + 1', result: 6 },
    { name: 'conditions, defaults and ranges', text: '[1..3] ~> $sum() > 5 ? "big" : "small"', result: 'big' },
    {
      name: 'lambdas as arguments',
      text: "$map(payload.many, function($m, $i) { $i & ':' & $m.status })",
      result: ['0:open', '1:done'],
    },
    { name: 'names of functions as arguments', text: "$map(['a', 'b'], $uppercase)", result: ['A', 'B'] },
    { name: 'chains', text: 'payload.title ~> $uppercase ~> $substring(0, 3)', result: 'FIX' },
    { name: 'variables', text: '($n := vars.count; $n * $n)', result: 4 },
    { name: 'sorting and grouping', text: 'payload.many^(>id){status: id}', result: { done: 2, open: 1 } },
  ])('$name', async ({ text, result }) => {
    expect(await evaluateText(text, roots)).toEqual(result);
  });

  test('the instant is the occurrence’s, in every way to ask for it', async () => {
    const asked = await evaluateText('[nowIso(), $now(), $toMillis(nowIso()) = $millis(), $now("[Y0001]", "+0000")]');

    expect(asked).toEqual([NOW, NOW, true, '2026']);
  });

  test('a time without an offset is UTC, and a time without a day is the occurrence’s day', async () => {
    expect(await evaluateText("$fromMillis($toMillis('2026-07-01T10:00:00'))")).toBe('2026-07-01T10:00:00.000Z');
    expect(await evaluateText("$fromMillis($toMillis('10:30', '[H01]:[m01]'))")).toBe('2026-01-02T10:30:00.000Z');
  });
});

describe('nothing and lists', () => {
  test.each(['payload.nope', 'payload.title.nope', 'payload.nothing.nope', 'nope', "payload.many[status='x']", 'len'])(
    '%s yields nothing',
    async (text) => expect(await evaluateText(text, roots)).toBeUndefined(),
  );

  test.each([
    { text: "payload.many[status='open']", result: [{ id: 1, status: 'open' }] },
    { text: "payload.many[status='open'].id", result: [1] },
    { text: "payload.many[status='x']", result: [] },
    { text: 'payload.one.id', result: [1] },
    { text: 'payload.many.id', result: [1, 2] },
    { text: 'payload.tags', result: ['red'] },
    { text: 'payload.title', result: 'Fix it' },
    { text: 'payload.nope', result: undefined },
    { text: 'payload.many[0].id', result: 1 },
    { text: '$filter(payload.one, function($m) { $m.id = 1 })', result: [{ id: 1, status: 'open' }] },
    { text: '$filter(payload.one, function($m) { $m.id = 2 })', result: [] },
    { text: "coalesce(payload.one[status='open'], [])", result: [{ id: 1, status: 'open' }] },
    { text: 'true ? payload.one.id : []', result: [1] },
    { text: '($x := 1; payload.one.id)', result: [1] },
    { text: '[payload.title]', result: ['Fix it'] },
  ])('where a list is wanted, $text gives $result', async ({ text, result }) => {
    expect(await evaluateText(text, roots, 'array')).toEqual(result);
  });

  test.each([
    { text: "len(payload.many[status='open'])", result: 1 },
    { text: 'len(payload.one.status)', result: 1 },
    { text: 'len(payload.title)', result: 6 },
    { text: 'len(payload.tags)', result: 1 },
    { text: 'len(payload.nope)', result: 0 },
    { text: 'len(payload.nothing)', result: 0 },
    { text: '$map(payload.many, function($m) { len($m.status) })', result: [4, 4] },
  ])('$text is $result', async ({ text, result }) => {
    expect(await evaluateText(text, roots)).toEqual(result);
  });

  test('append takes nothing, one and many', async () => {
    expect(await evaluateText('append([], payload.nope)', roots)).toEqual([]);
    expect(await evaluateText('append(null, vars.count)', roots)).toEqual([2]);
    expect(await evaluateText('append(payload.tags, payload.tags)', roots)).toEqual(['red', 'red']);
  });
});

describe('what an expression reads', () => {
  test.each([
    { text: 'payload.title', paths: ['payload.title'] },
    { text: "payload.many[status='open'].id", paths: ['payload.many.status', 'payload.many.id'] },
    { text: '$map(payload.many, function($m) { $m.id })', paths: ['payload.many', 'payload.many.id'] },
    { text: '($t := payload.many; $t.id & $$.vars.count)', paths: ['payload.many', 'payload.many.id', 'vars.count'] },
    { text: "{'a': event.name, 'b': [event.payload.*]}", paths: ['event.name', 'event.payload.*'] },
    { text: "'payload.title'", paths: [] },
  ])('$text', ({ text, paths }) => {
    expect(
      compileExpression(text)
        .pathsRead.map((path) => path.join('.'))
        .sort(),
    ).toEqual([...paths].sort());
  });

  test('and which functions it calls', () => {
    expect(compileExpression("$join($map(x, $uppercase), '-') & len(y)").functionsUsed).toEqual([
      'join',
      'len',
      'map',
      'uppercase',
    ]);
  });
});

describe('a wrong expression', () => {
  test.each([
    { text: '', reason: 'EMPTY' },
    { text: 'payload.', reason: 'S0207' },
    { text: "'open", reason: 'S0101' },
    { text: '$unknown', reason: 'VARIABLE_UNKNOWN' },
    { text: 'function($x) { $x }', reason: 'LAMBDA_NOT_ALLOWED' },
    { text: '($f := function($x) { $x }; 1)', reason: 'LAMBDA_NOT_ALLOWED' },
    { text: '1 ~> function($x) { $x }', reason: 'LAMBDA_NOT_ALLOWED' },
    { text: '(function($x) { $x })(1)', reason: 'CONSTRUCT_NOT_ALLOWED' },
    { text: '$map([1], function($f) { $f(1) })', reason: 'FUNCTION_UNKNOWN' },
    { text: '$uppercase', reason: 'FUNCTION_AS_VALUE' },
    { text: '($uppercase := 1; 2)', reason: 'NAME_RESERVED' },
    { text: '$substring(?, 1)', reason: 'CONSTRUCT_NOT_ALLOWED' },
    { text: 'payload ~> |$|{"a": 1}|', reason: 'CONSTRUCT_NOT_ALLOWED' },
    { text: '$match("a", /(?=a)/)', reason: 'PATTERN_NOT_SUPPORTED' },
  ])('$text is refused: $reason', async ({ text, reason }) => {
    expect(await refusalOf(text)).toBe(`EXPRESSION_INVALID ${reason}`);
  });

  test('is told with its place in the author’s own text', () => {
    expect(() => compileExpression('a == 1 and len(b) == $c')).toThrow(
      expect.objectContaining({
        details: { expression: 'a == 1 and len(b) == $c', position: 23, reason: 'VARIABLE_UNKNOWN', token: 'c' },
      }),
    );
  });

  test('that fails on its data names field, place and expression', async () => {
    await expect(evaluateText('payload.title = 1 + payload.title', roots)).rejects.toMatchObject({
      code: 'EXPRESSION_FAILED',
      details: {
        field: 'field',
        expression: 'payload.title = 1 + payload.title',
        position: 19,
        reason: 'T2002',
      },
    });
  });
});
