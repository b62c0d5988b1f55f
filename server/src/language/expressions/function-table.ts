import type { Json } from '../../kernel/json.ts';
import { type FunctionParameter, parseParameters, type ValueType } from './function-parameters.ts';

export type FunctionGroup = 'helper' | 'text' | 'number' | 'list' | 'object' | 'time' | 'logic';

export interface ExpressionFunction {
  /** Without `$`. */
  name: string;
  group: FunctionGroup;
  parameters: readonly FunctionParameter[];
  returns: ValueType;
  /** May be called without `$`. */
  helper: boolean;
  /** Takes functions: the only places where an author may write one. */
  takesFunction: boolean;
  /** Key of its explanation in the locale files. */
  helpKey: string;
  example: { expression: string; result: Json | null };
}

type Row = [name: string, parameters: string, returns: ValueType, expression: string, result: Json | null];

// Left out on purpose: $eval (runs text), $random and $shuffle (two runs of one input must agree), $clone (nothing can be changed).
// nowIso, $now and $millis answer the instant of the occurrence, never the clock.
const rows: Record<FunctionGroup, Row[]> = {
  helper: [
    ['nowIso', '', 'text', 'nowIso()', '2026-01-02T03:04:05.678Z'],
    ['coalesce', 'values...: any', 'any', "coalesce(missing, null, 'x')", 'x'],
    ['len', 'value: any', 'number', "len('abc') + len([1, 2])", 5],
    ['toString', 'value: any', 'text', 'toString(12) & toString(missing)', '12'],
    ['append', 'list: list, value: any', 'list', 'append([1], [2, 3])', [1, 2, 3]],
  ],
  text: [
    ['string', 'value: any, pretty?: boolean', 'text', '$string({"a": 1})', '{"a":1}'],
    ['substring', 'text: text, start: number, length?: number', 'text', "$substring('workflow', 4)", 'flow'],
    ['substringBefore', 'text: text, mark: text', 'text', "$substringBefore('a@b', '@')", 'a'],
    ['substringAfter', 'text: text, mark: text', 'text', "$substringAfter('a@b', '@')", 'b'],
    ['lowercase', 'text: text', 'text', "$lowercase('ABC')", 'abc'],
    ['uppercase', 'text: text', 'text', "$uppercase('abc')", 'ABC'],
    ['length', 'text: text', 'number', "$length('abc')", 3],
    ['trim', 'text: text', 'text', "$trim('  a  b ')", 'a b'],
    ['pad', 'text: text, width: number, fill?: text', 'text', "$pad('7', -3, '0')", '007'],
    ['match', 'text: text, pattern: pattern, limit?: number', 'list', "$match('a1b2', /[0-9]/).match", ['1', '2']],
    ['contains', 'text: text, mark: pattern', 'boolean', "$contains('abc', /b+/)", true],
    [
      'replace',
      'text: text, mark: pattern, by: any, limit?: number',
      'text',
      "$replace('a-b-c', '-', '.', 1)",
      'a.b-c',
    ],
    ['split', 'text: text, mark: pattern, limit?: number', 'list', "$split('a, b', /, */)", ['a', 'b']],
    ['join', 'list: list, mark?: text', 'text', "$join(['a', 'b'], '-')", 'a-b'],
    ['base64encode', 'text: text', 'text', "$base64encode('hi')", 'aGk='],
    ['base64decode', 'text: text', 'text', "$base64decode('aGk=')", 'hi'],
    ['encodeUrlComponent', 'text: text', 'text', "$encodeUrlComponent('a b&c')", 'a%20b%26c'],
    ['encodeUrl', 'text: text', 'text', "$encodeUrl('/a b?c=d')", '/a%20b?c=d'],
    ['decodeUrlComponent', 'text: text', 'text', "$decodeUrlComponent('a%20b')", 'a b'],
    ['decodeUrl', 'text: text', 'text', "$decodeUrl('/a%20b')", '/a b'],
  ],
  number: [
    ['number', 'value: any', 'number', "$number('12')", 12],
    ['floor', 'number: number', 'number', '$floor(1.7)', 1],
    ['ceil', 'number: number', 'number', '$ceil(1.2)', 2],
    ['round', 'number: number, digits?: number', 'number', '$round(1.256, 2)', 1.26],
    ['abs', 'number: number', 'number', '$abs(-3)', 3],
    ['sqrt', 'number: number', 'number', '$sqrt(9)', 3],
    ['power', 'base: number, exponent: number', 'number', '$power(2, 10)', 1024],
    ['sum', 'numbers: list', 'number', '$sum([1, 2, 3])', 6],
    ['max', 'numbers: list', 'number', '$max([1, 3, 2])', 3],
    ['min', 'numbers: list', 'number', '$min([2, 1, 3])', 1],
    ['average', 'numbers: list', 'number', '$average([1, 2, 3])', 2],
    [
      'formatNumber',
      'number: number, picture: text, options?: object',
      'text',
      "$formatNumber(1234.5, '#,##0.00')",
      '1,234.50',
    ],
    ['formatBase', 'number: number, base?: number', 'text', '$formatBase(255, 16)', 'ff'],
    ['formatInteger', 'number: number, picture: text', 'text', "$formatInteger(7, '000')", '007'],
    ['parseInteger', 'text: text, picture: text', 'number', "$parseInteger('1,200', '#,##0')", 1200],
  ],
  list: [
    ['count', 'list: list', 'number', '$count([1, 2, 3])', 3],
    ['map', 'list: list, function: function', 'list', '$map([1, 2], function($n) { $n * 2 })', [2, 4]],
    ['filter', 'list: list, function: function', 'list', '$filter([1, 2, 3], function($n) { $n > 1 })', [2, 3]],
    ['single', 'list: list, function?: function', 'any', '$single([1, 2], function($n) { $n > 1 })', 2],
    [
      'reduce',
      'list: list, function: function, start?: any',
      'any',
      '$reduce([1, 2, 3], function($a, $b) { $a + $b })',
      6,
    ],
    ['sort', 'list: list, function?: function', 'list', '$sort([3, 1, 2])', [1, 2, 3]],
    ['reverse', 'list: list', 'list', '$reverse([1, 2])', [2, 1]],
    ['distinct', 'list: list', 'list', '$distinct([1, 2, 1])', [1, 2]],
    [
      'zip',
      'lists...: list',
      'list',
      '$zip([1, 2], [3, 4])',
      [
        [1, 3],
        [2, 4],
      ],
    ],
  ],
  object: [
    ['keys', 'object: object', 'list', '$keys({"a": 1, "b": 2})', ['a', 'b']],
    ['lookup', 'object: object, key: text', 'any', '$lookup({"a": 1}, "a")', 1],
    ['spread', 'object: object', 'list', '$spread({"a": 1, "b": 2})', [{ a: 1 }, { b: 2 }]],
    ['merge', 'objects: list', 'object', '$merge([{"a": 1}, {"b": 2}])', { a: 1, b: 2 }],
    [
      'sift',
      'object: object, function: function',
      'object',
      '$sift({"a": 1, "b": 2}, function($v) { $v > 1 })',
      { b: 2 },
    ],
    [
      'each',
      'object: object, function: function',
      'list',
      '$each({"a": 1, "b": 2}, function($v, $k) { $k })',
      ['a', 'b'],
    ],
  ],
  time: [
    ['now', 'picture?: text, zone?: text', 'text', "$now('[Y0001]-[M01]-[D01]')", '2026-01-02'],
    ['millis', '', 'number', '$millis()', 1767323045678],
    ['toMillis', 'text: text, picture?: text', 'number', "$toMillis('2026-01-02T00:00:00Z')", 1767312000000],
    ['fromMillis', 'millis: number, picture?: text, zone?: text', 'text', '$fromMillis(0)', '1970-01-01T00:00:00.000Z'],
  ],
  logic: [
    ['boolean', 'value: any', 'boolean', '$boolean([0])', false],
    ['not', 'value: any', 'boolean', '$not(true)', false],
    ['exists', 'value: any', 'boolean', '$exists(missing)', false],
    ['type', 'value: any', 'text', '$type([1])', 'array'],
    ['error', 'message?: text', 'any', "true ? 'fine' : $error('not fine')", 'fine'],
    ['assert', 'condition: boolean, message?: text', 'any', "($assert(true, 'not fine'); 'fine')", 'fine'],
  ],
};

/** Every function that an expression may call. The evaluator, the checks and the editor read this one table. */
export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map(
  Object.entries(rows).flatMap(([group, entries]) =>
    entries.map((row) => [row[0], functionOf(group as FunctionGroup, row)] as const),
  ),
);

function functionOf(group: FunctionGroup, [name, signature, returns, expression, result]: Row): ExpressionFunction {
  const parameters = parseParameters(signature);
  return {
    name,
    group,
    parameters,
    returns,
    helper: group === 'helper',
    // $replace takes one in the place of its new text.
    takesFunction: name === 'replace' || parameters.some((parameter) => parameter.type === 'function'),
    helpKey: `expressions.functions.${name}`,
    example: { expression, result },
  };
}

export const helperNames: ReadonlySet<string> = new Set(rows.helper.map(([name]) => name));
