import { describe, expect, test } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { evaluateText, refusalOf } from '../testing/evaluate-text.ts';

// What needs a process of its own (memory pressure from inside one step, answering others meanwhile) is not tested here.

describe('no way out of the data', () => {
  const data = { payload: { a: { b: 1 }, list: [1] } };

  test.each([
    'payload.constructor',
    'payload.__proto__',
    'payload.a.toString',
    'payload.list.length',
    '$lookup(payload, "constructor")',
    '$lookup(payload, "__proto__").polluted',
    '$lookup(payload.list, "map")',
    'payload.a.`__proto__`.constructor',
    '$keys(payload.a)[$ = "constructor"]',
  ])('%s reaches nothing inherited', async (text) => {
    expect(await evaluateText(text, data)).toBeUndefined();
  });

  test('wildcards see own members only', async () => {
    expect(await evaluateText('payload.a.*', data)).toBe(1);
    expect(await evaluateText('$count(payload.**)', data)).toBe(4);
  });

  test.each([
    '{"__proto__": {"polluted": true}, "kept": 1}',
    '$merge([{"kept": 1}, {"__proto__": {"polluted": true}}])',
    'payload.evil',
    'payload.list{"__proto__": 1, "kept": 1}',
  ])('a member named __proto__ does not leave %s', async (text) => {
    const evil = JSON.parse('{"evil": {"__proto__": {"polluted": true}, "kept": 1}, "list": [1]}') as Json;

    const result = await evaluateText(text, { payload: evil });

    expect(result).toEqual({ kept: 1 });
    expect(Object.hasOwn(result as object, '__proto__')).toBe(false);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('data that pretends to be a function or a sequence is data or a typed failure', async () => {
    const fake = {
      lambda: {
        _jsonata_lambda: true,
        thunk: true,
        body: { procedure: { type: 'variable', value: 'x' }, arguments: [] },
      },
      native: { _jsonata_function: true, implementation: 'x' },
      sequence: { sequence: true, keepSingleton: true, 0: 'x', length: 1 },
    };

    for (const text of [
      'payload.lambda',
      'payload.native',
      'payload.sequence',
      '$map([1], payload.native)',
      '$string(payload.lambda)',
      '$exists(payload.lambda)',
      '(payload.lambda).thunk',
    ]) {
      const outcome = await evaluateText(text, { payload: fake }).catch((error: { code: string }) => error.code);
      expect(typeof outcome === 'function').toBe(false);
      expect(() => JSON.stringify(outcome)).not.toThrow();
    }
  });

  test('an expression cannot change its input', async () => {
    const input = { payload: { list: [{ a: 2 }, { a: 1 }], one: [1] } };
    const before = JSON.stringify(input);

    for (const text of [
      'payload.list^(a)',
      '$sort(payload.list.a)',
      '$append(payload.list, 1)',
      'payload.one[]',
      '$reverse(payload.list)',
      '$merge([payload, {"list": 1}])',
      '$distinct(payload.list)',
    ]) {
      await evaluateText(text, input);
    }

    expect(JSON.stringify(input)).toBe(before);
    expect(Object.keys(input.payload.one)).toEqual(['0']);
  });
});

describe('no way to run without end', () => {
  const x20 = '"xxxxxxxxxxxxxxxxxxxx"';

  test.each([
    { name: 'a long range', text: '[1..10000000]', budget: 'listLength' },
    { name: 'a product of ranges', text: '[1..200].([1..200])', budget: 'listLength' },
    {
      name: 'nested loops',
      text: '$map([1..20000], function($a) { $map([1..20000], function($b) { $b }) })',
      budget: 'milliseconds',
    },
    {
      name: 'a text that doubles in a loop',
      text: `$reduce([1..60], function($a, $b) { $a & $a }, ${x20})`,
      budget: 'textLength',
    },
    {
      name: 'a text that doubles in variables',
      text: `($a := ${x20}; ${'$a := $a & $a; '.repeat(40)} $uppercase($a))`,
      budget: 'textLength',
    },
    { name: 'padding', text: '$pad("x", 1000000000)', budget: 'textLength' },
    { name: 'joining', text: '$join([1..500].$string(), $pad("x", 100000))', budget: 'textLength' },
    {
      name: 'replacing',
      text: '$replace($pad("x", 100000, "x"), "x", $pad("y", 100000, "y"))',
      budget: 'replacementWork',
    },
    { name: 'splitting', text: '$split($pad("x", 1000000), "")', budget: 'listLength' },
    {
      name: 'a list that doubles',
      text: '$reduce([1..60], function($a, $b) { $append($a, $a) }, [1])',
      budget: 'listLength',
    },
    { name: 'a long text under a pattern', text: '$contains($pad("x", 200000), /y/)', budget: 'patternTextLength' },
    {
      name: 'a picture that matches in too many ways',
      text: '$toMillis("aaaa", "[MNn][MNn][MNn][MNn][MNn][MNn][MNn][MNn][MNn]")',
      budget: 'pictureParts',
    },
    { name: 'a picture of words', text: '$toMillis("one two three", "[Yw]")', budget: 'pictureParts' },
    { name: 'a long picture', text: '$formatNumber(1, $pad("0", 1000, "0"))', budget: 'pictureLength' },
    { name: 'a result over 256 KiB', text: '$pad("x", 300000)', budget: 'resultBytes' },
    { name: 'a result over 256 KiB in many members', text: '[1..200].{"a": $pad("x", 2000)}', budget: 'resultBytes' },
  ])('$name stops at $budget', async ({ text, budget }) => {
    expect(await refusalOf(text)).toBe(`EXPRESSION_BUDGET_EXCEEDED ${budget}`);
  });

  test('a pattern that would back-track for ever answers', async () => {
    const text = `${'a'.repeat(60)}!`;

    expect(await evaluateText('$match(payload, /^(a+)+$/)', { payload: text })).toBeUndefined();
    expect(await evaluateText('$contains(payload, /^(a|a)*$/)', { payload: text })).toBe(false);
    expect(await evaluateText('$split(payload, /(a*)*!/)', { payload: text })).toEqual(['', '']);
  });

  test.each(['$match("a", /((a{100}){100}){100}/)', `$match("a", /${'a'.repeat(3000)}/)`])(
    'a pattern that grows when it is compiled is refused',
    async (text) => expect(await refusalOf(text)).toBe('EXPRESSION_INVALID PATTERN_NOT_SUPPORTED'),
  );

  test('20,000 different members are told apart at once', async () => {
    expect(await evaluateText('$count($distinct([1..20000]))')).toBe(20_000);
  });

  test('an expression of a megabyte and brackets without end are refused', async () => {
    expect(await refusalOf(`1${' '.repeat(1_000_000)}`)).toBe('EXPRESSION_INVALID TOO_LONG');
    expect(await refusalOf(`${'('.repeat(30_000)}1${')'.repeat(30_000)}`)).toBe('EXPRESSION_INVALID TOO_DEEP');
    expect(await refusalOf(`${'['.repeat(600)}1${']'.repeat(600)}`)).toBe('EXPRESSION_BUDGET_EXCEEDED depth');
  });

  test('the error of a long expression does not carry it whole', async () => {
    const error = await evaluateText(`nope(${' '.repeat(60_000)})`).catch((thrown: Error) => thrown);

    expect(JSON.stringify((error as { details?: unknown }).details).length).toBeLessThan(1_500);
  });

  test('a payload of ten megabytes is read in its parts and not copied whole', async () => {
    const payload = { text: 'x'.repeat(10_000_000), list: Array.from({ length: 10_000 }, (_, id) => ({ id })) };

    expect(await evaluateText('payload.list[id = 9999].id', { payload })).toBe(9999);
    expect(await evaluateText('$length(payload.text)', { payload })).toBe(10_000_000);
    expect(await refusalOf('payload.text', { payload })).toBe('EXPRESSION_BUDGET_EXCEEDED resultBytes');
    expect(await refusalOf('payload', { payload })).toBe('EXPRESSION_BUDGET_EXCEEDED resultBytes');
  });
});

describe('odd values', () => {
  test.each([
    { name: 'a number that is not finite', text: '1 / 0', refusal: 'EXPRESSION_FAILED NOT_DATA' },
    {
      name: 'half a surrogate pair in a URL',
      text: '$encodeUrlComponent(payload)',
      refusal: 'EXPRESSION_FAILED D3140',
    },
    { name: 'an error that the author raises', text: '$error("stop")', refusal: 'EXPRESSION_FAILED D3137' },
  ])('$name is a typed failure', async ({ text, refusal }) => {
    expect(await refusalOf(text, { payload: '\ud800' })).toBe(refusal);
  });

  test('half a surrogate pair passes as it is', async () => {
    expect(await evaluateText('payload & "x"', { payload: '\ud800' })).toBe('\ud800x');
  });
});
