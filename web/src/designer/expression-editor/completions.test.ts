import { expect, test } from 'vitest';
import type { Schema } from '../scope/schema-reading.ts';
import type { Scope, Variable } from '../scope/scope.ts';
import { callAt, parameterOf } from './call-at.ts';
import { completionsAt } from './completions.ts';

const variable = (path: string[], schema: Schema | null, kind: Variable['kind'] = 'steps'): Variable => ({
  kind,
  path,
  schema,
  madeBy: null,
  doubt: null,
});
const line = { type: 'object', properties: { sku: { type: 'string' }, 'unit price': { type: 'number' } } };
const scope: Scope = {
  variables: [
    variable(['payload'], {
      type: 'object',
      properties: { taskId: { type: 'string' }, lines: { type: 'array', items: line } },
    }),
    variable(['item'], line, 'loop'),
    variable(['vars', 'copy'], { type: 'object', properties: { task_id: { type: 'string' } } }),
    variable(['vars', 'next', 'id'], null),
  ],
};

/** `|` is where the cursor stands. */
function offered(text: string, explicit = false): string[] | null {
  const position = text.indexOf('|');
  const found = completionsAt(text.replace('|', ''), position, scope, explicit);
  return found?.items.filter(({ kind }) => kind !== 'function').map(({ insert }) => insert) ?? null;
}

const roots = ['payload', 'item', 'vars.copy', 'vars.next.id'];

test.each([
  ['p|', roots],
  ['len(|', roots],
  ['1 + p|', roots],
  ['payload.|', ['taskId', 'lines']],
  ['payload.ta|', ['taskId', 'lines']],
  ['payload.lines.|', ['sku', '`unit price`']],
  ['payload.lines[0].|', ['sku', '`unit price`']],
  ['item.s|', ['sku', '`unit price`']],
  ['vars.|', ['copy', 'next']],
  ['vars.next.|', ['id']],
  ['copy.|', ['task_id']],
  ['$total := 1; $t|', ['$total']],
  ['payload.taskId.|', null],
  ['missing.|', null],
  ['|', null],
  ['1 + |', null],
  ['"pay|load"', null],
  ['/* pay| */ 1', null],
  ['12|', null],
  ['len(payload).|', null],
])('in %s is offered %j', (text, expected) => {
  expect(offered(text)).toEqual(expected);
});

test('an empty field offers everything to somebody who asks', () => {
  expect(offered('|', true)).toEqual(roots);
});

test('a word is replaced from its beginning', () => {
  expect(completionsAt('1 + payload.ta', 14, scope, false)?.from).toBe(12);
});

test('functions are offered as they may be called', () => {
  const labels = (text: string) =>
    completionsAt(text, text.length, scope, false)?.items.flatMap(({ kind, label }) =>
      kind === 'function' ? [label] : [],
    );
  expect(labels('c')).toEqual(expect.arrayContaining(['coalesce', '$count']));
  expect(labels('$c')).toEqual(expect.arrayContaining(['$coalesce', '$count']));
  expect(labels('$e')).not.toContain('$eval');
});

test.each([
  ['$substring(|', 'substring', 0],
  ["$substring('a', |", 'substring', 1],
  ["$substring('a', [1, 2|", null, 0],
  ["$substring('a', len(|", 'len', 0],
  ["$substring('a', len('b'), |", 'substring', 2],
  ["$substring('a', 1)|", null, 0],
  ['(1 + |', null, 0],
])('in %s the call of %s stands at argument %d', (text, name, argument) => {
  const found = callAt(text.replace('|', ''), text.indexOf('|'));
  expect(found?.fn.name ?? null).toBe(name);
  expect(found?.argument ?? 0).toBe(argument);
});

test('the last parameter that takes the rest takes every argument after it', () => {
  const fn = callAt('coalesce(', 9)?.fn;
  expect(fn === undefined ? null : parameterOf(fn, 3)).toBe(0);
});
