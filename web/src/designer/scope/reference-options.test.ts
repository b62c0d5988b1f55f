import { expect, test } from 'vitest';
import { fieldName, insideOf, isOutOfPlace, searchOptions, sourceGroups, typedPath } from './reference-options.ts';
import type { Schema } from './schema-reading.ts';
import type { Scope, Variable } from './scope.ts';

const variable = (path: string[], schema: Schema | null, kind: Variable['kind']): Variable => ({
  kind,
  path,
  schema,
  madeBy: null,
  doubt: null,
});
const text: Schema = { type: 'string' };
const scope: Scope = {
  variables: [
    variable(
      ['payload'],
      {
        type: 'object',
        properties: {
          count: { type: 'number' },
          done: { type: 'boolean' },
          lines: { type: 'array', items: { type: 'object', properties: { sku: text } } },
          taskId: text,
          more: {},
        },
      },
      'payload',
    ),
    variable(['vars', 'copy'], { type: 'object', properties: { task_id: text } }, 'steps'),
    variable(['meta', 'runId'], text, 'meta'),
  ],
};

test('sources stand by kind, and those that are empty are left out', () => {
  expect(sourceGroups(scope, null).map(({ kind, options }) => [kind, options.map(({ path }) => path)])).toEqual([
    ['payload', ['payload']],
    ['steps', ['vars.copy']],
    ['meta', ['meta.runId']],
  ]);
});

test('what fits stands first, then what a function makes fit, then what nobody knows', () => {
  const inside = insideOf(scope, 'payload', text);
  expect(inside?.fields.map(({ path, fit }) => [path, fit])).toEqual([
    ['payload.taskId', 'exact'],
    ['payload.count', 'coercible'],
    ['payload.done', 'coercible'],
    ['payload.more', 'unknown'],
    ['payload.lines', 'incompatible'],
  ]);
});

test('a list that does not fit stays where something inside may', () => {
  const fields = insideOf(scope, 'payload', { type: 'number' })?.fields ?? [];
  expect(fields.filter(isOutOfPlace).map(({ path }) => path)).toEqual(['payload.done']);
});

test('the inside of a list is read of every member', () => {
  const inside = insideOf(scope, 'payload.lines', null);
  expect(inside?.fields.map((field) => [field.path, fieldName(field)])).toEqual([['payload.lines.sku', 'sku[]']]);
  expect(inside && fieldName(inside.whole)).toBe('lines[]');
});

test.each([
  ['task', ['payload.taskId', 'vars.copy.task_id']],
  ['copy TASK', ['vars.copy.task_id']],
  ['nothing of that name', []],
])('a search for %j finds %j', (typed, expected) => {
  expect(searchOptions(scope, typed, text, () => '').map(({ path }) => path)).toEqual(expected);
});

test.each([
  ['payload.more.anything', 'payload.more.anything'],
  ['payload.taskId', null],
  ['payload.wrong', null],
  ['len(payload)', null],
])('typing %s offers %s as it is', (typed, expected) => {
  expect(typedPath(scope, typed)).toBe(expected);
});
