import { expressionFunctions } from '@penstock/server/language';
import { expect, test } from 'vitest';
import type { Schema } from '../scope/schema-reading.ts';
import type { Scope, Variable } from '../scope/scope.ts';
import { findProblems } from './find-problems.ts';

const variable = (path: string[], schema: Schema | null, kind: Variable['kind'] = 'steps'): Variable => ({
  kind,
  path,
  schema,
  madeBy: null,
  doubt: null,
});
const line = { type: 'object', properties: { sku: { type: 'string' }, price: { type: 'number' } } };
const scope: Scope = {
  variables: [
    variable(['payload'], {
      type: 'object',
      properties: { taskId: { type: 'string' }, lines: { type: 'array', items: line } },
    }),
    variable(['vars', 'config'], { type: 'object', properties: { value: {} } }),
  ],
};

function problems(text: string, expects: Schema | null = null): string[] {
  const functions = [...expressionFunctions.keys()];
  return findProblems(text, { scope, expects, functions }).map(
    ({ severity, code, from, to, nearest }) =>
      `${severity} ${code} ${JSON.stringify(text.slice(from, to))}${nearest === '' ? '' : ` → ${nearest}`}`,
  );
}

test.each([
  ['', []],
  ['payload.taskId', []],
  ['config.value.anything.below', []],
  ['payload.lines[price > 3].sku', []],
  ['$map(payload.lines, function($l) { $l.price })', []],
  ['error.message', []],
  ['payload.taskID', ['warning unknownMember "taskID" → taskId']],
  ['payload.lines[prize > 3].sku', ['warning unknownMember "prize" → price']],
  ['paylod.taskId', ['warning unknownRoot "paylod" → payload']],
  ['vars.confg.value', ['warning unknownRoot "confg" → config']],
  ['nothing + 1', ['warning unknownRoot "nothing"']],
  ['coalesc(payload.taskId)', ['error unknownFunction "coalesc" → coalesce']],
  ['$uppercas(payload.taskId)', ['error unknownFunction "uppercas" → uppercase']],
  ['payload.', ['error unexpectedEnd "."']],
  ['len(payload.taskId', ['error unexpectedEnd "d"']],
  ['len(payload.)', ['error missingBefore ")"']],
  ['"open', ['error unclosedText "n"']],
  ['1 + > 2', ['error unexpected ">"']],
  ['$unbound', ['error unknownVariable "unbound"']],
])('%s: %j', (text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test.each([
  ['payload.taskId', { type: 'string' }, []],
  ['payload.taskId', { type: 'number' }, ['warning convertible "payload.taskId"']],
  ['payload.lines', { type: 'number' }, ['warning wrongType "payload.lines"']],
  ['len(payload.lines)', { type: 'string' }, []],
])('%s in a field that takes %j: %j', (text, expects, expected) => {
  expect(problems(text, expects)).toEqual(expected);
});
