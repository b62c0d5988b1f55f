import type { Step, WorkflowDefinition } from '@penstock/server/language';
import { describe, expect, test } from 'vitest';
import { fromDefinition } from '../model/definition.ts';
import { formatPath, type Path, parsePath } from './paths.ts';
import { resolve, type Scope } from './scope.ts';
import { scopeAt } from './scope-at.ts';
import type { ScopeSources } from './sources.ts';

const task = {
  type: 'object',
  properties: { task_id: { type: 'string' }, count: { type: 'number' } },
  additionalProperties: false,
};
const created = {
  type: 'object',
  properties: {
    taskId: { type: 'string' },
    targets: { type: 'array', items: { type: 'object', properties: { projectId: { type: 'string' } } } },
  },
  additionalProperties: {},
};
const sources: ScopeSources = {
  actionOutput: (id) => (id === 'projects.create_task' ? task : null),
  eventPayload: (type) => (type === 'TASK_CREATED' ? created : null),
  payload: (ref) => (ref === 'payload.TaskCreated.v1' ? created : null),
};

const create = (id: string, saveAs = 'copy', more: object = {}) =>
  ({ id, type: 'action.call', config: { actionId: 'projects.create_task', version: 1, saveAs }, ...more }) as Step;
const assign = (id: string, values: Record<string, string>) =>
  ({
    id,
    type: 'transform.assign',
    config: { assign: Object.fromEntries(Object.entries(values).map(([name, $expr]) => [name, { $expr }])) },
  }) as Step;
const when = (id: string, then: Step[], otherwise?: Step[]) =>
  ({ id, type: 'control.if', condition: { $expr: 'true' }, then, ...(otherwise && { else: otherwise }) }) as Step;
const each = (id: string, items: string, body: Step[], more: object = {}) =>
  ({ id, type: 'control.forEach', items: { $expr: items }, itemVar: 'target', body, ...more }) as Step;
const tryCatch = (id: string, tried: Step[], caught: Step[]) =>
  ({ id, type: 'control.tryCatch', try: tried, catch: caught, captureErrorAs: 'problem' }) as Step;
const end: Step = { id: 'end', type: 'control.return' };
const here = { id: 'here', type: 'state.set', config: { state: 'x' } } as Step;

function scopeHere(steps: Step[], head: Partial<WorkflowDefinition> = {}): Scope {
  const definition = { id: 'w', version: 1, name: 'W', payloadSchemaRef: 'payload.TaskCreated.v1', ...head, steps };
  return scopeAt(fromDefinition(definition), 'here', sources);
}

/** `vars.copy`, or `vars.copy (then of check)` where it is there on some ways only. */
function steps(scope: Scope): string[] {
  return scope.variables
    .filter(({ kind }) => kind === 'steps')
    .map(({ path, doubt }) => `${formatPath(path)}${doubt === null ? '' : ` (${doubt.when} of ${doubt.step})`}`);
}

function typeAt(scope: Scope, text: string): unknown {
  return resolve(scope, parsePath(text) as Path)?.schema?.type ?? null;
}

describe('results of steps', () => {
  test.each<[string, Step[], string[]]>([
    ['a step before is read', [create('a'), here], ['vars.copy']],
    ['a step after is not', [here, create('a')], []],
    [
      'a step that may fail and go on is in doubt',
      [create('a', 'copy', { onError: { policy: 'continue' } }), here],
      ['vars.copy (succeeded of a)'],
    ],
    [
      'what one branch writes is in doubt after it',
      [when('check', [create('a')]), here],
      ['vars.copy (then of check)'],
    ],
    ['what both branches write is not', [when('check', [create('a')], [create('b')]), here], ['vars.copy']],
    ['a branch that ends the run does not count', [when('check', [end], [create('b')]), here], ['vars.copy']],
    [
      'what is set before a loop is there in every round',
      [create('a'), each('loop', 'payload.targets', [here])],
      ['vars.copy'],
    ],
    [
      'what is set before a failure is there in catch',
      [create('a'), tryCatch('t', [], [here])],
      ['vars.copy', 'vars.problem'],
    ],
    ['the other branch is not read', [when('check', [create('a')], [here])], []],
    ['what surrounds a branch is read inside', [create('a'), when('check', [here])], ['vars.copy']],
    [
      'what a loop writes is in doubt after it',
      [each('loop', 'payload.targets', [create('a')]), here],
      ['vars.copy (items of loop)'],
    ],
    [
      'what a later step of the loop writes is there from the round before',
      [each('loop', 'payload.targets', [here, create('a')])],
      ['vars.copy (earlierRound of loop)'],
    ],
    [
      'a loop that goes on after failures keeps them',
      [each('loop', 'payload.targets', [], { onItemError: 'continue' }), here],
      ['vars.loop.errors (failed of loop)'],
    ],
    [
      'catch may see what try wrote, and the failure',
      [tryCatch('t', [create('a')], [here])],
      ['vars.copy (try of t)', 'vars.problem'],
    ],
    [
      'after it both are in doubt',
      [tryCatch('t', [create('a')], []), here],
      ['vars.copy (try of t)', 'vars.problem (catch of t)'],
    ],
    [
      'assignments are read by their path',
      [assign('a', { 'vars.title': 'payload.taskId', 'vars.next.id': '"x"' }), here],
      ['vars.title', 'vars.next.id'],
    ],
    [
      'a wait leaves the event',
      [
        { id: 'w', type: 'event.wait', config: { eventName: 'TASK_CREATED', correlationKey: { $expr: '1' } } } as Step,
        here,
      ],
      ['vars.event', 'vars.eventName'],
    ],
  ])('%s', (_name, list, expected) => {
    expect(steps(scopeHere(list))).toEqual(expected);
  });
});

describe('types', () => {
  test.each<[string, Step[], string, unknown]>([
    ['of the payload', [here], 'payload.taskId', 'string'],
    ['of an output', [create('a'), here], 'vars.copy.count', 'number'],
    ['of an output by its bare name', [create('a'), here], 'copy.count', 'number'],
    ['of an assigned path', [create('a'), assign('b', { 'vars.n': 'vars.copy.count' }), here], 'vars.n', 'number'],
    ['of an item', [each('loop', 'payload.targets', [here])], 'target.projectId', 'string'],
    ['of an item by its full name', [each('loop', 'payload.targets', [here])], 'vars.target.projectId', 'string'],
    ['of the place in a loop', [each('loop', 'payload.targets', [here])], 'index', 'integer'],
    ['of a member of every item of a list', [here], 'payload.targets.projectId', 'array'],
    ['of one item of a list', [here], 'payload.targets[0].projectId', 'string'],
    ['of an error', [tryCatch('t', [], [here])], 'error.message', 'string'],
    ['of a state', [{ ...here, id: 's' } as Step, here], 'meta.state', 'string'],
  ])('%s', (_name, list, path, expected) => {
    expect(typeAt(scopeHere(list), path)).toBe(expected);
  });
});

test.each([
  ['payload.taskID', 'no'],
  ['payload.taskId', 'yes'],
  ['payload.taskId.x', 'no'],
  ['vars.copy.missing', 'no'],
])('the path %s is known: %s', (path, known) => {
  expect(resolve(scopeHere([create('a'), here]), parsePath(path) as Path)?.known).toBe(known);
});

test('a name that nothing sets is not there', () => {
  expect(resolve(scopeHere([here]), ['vars', 'copy'])).toBeNull();
});

test('the names of a loop end with it', () => {
  const scope = scopeHere([each('loop', 'payload.targets', []), here]);
  expect(resolve(scope, ['target'])).toBeNull();
  expect(resolve(scope, ['index'])).toBeNull();
});

test('an inner loop hides the names of the outer one', () => {
  const inner = { ...each('inner', 'vars.other', [here]), itemVar: 'entry' } as Step;
  const scope = scopeHere([each('outer', 'payload.targets', [inner])]);
  expect(scope.variables.filter(({ kind }) => kind === 'loop').map(({ path, madeBy }) => [path[0], madeBy])).toEqual([
    ['entry', 'inner'],
    ['index', 'inner'],
    ['length', 'inner'],
    ['isFirst', 'inner'],
    ['isLast', 'inner'],
    ['target', 'outer'],
  ]);
});

test("a trigger's mapping reads the event and nothing else", () => {
  const definition = {
    id: 'w',
    version: 1,
    name: 'W',
    payloadSchemaRef: 'payload.Other.v1',
    trigger: { type: 'event' as const, eventName: 'TASK_CREATED' },
    steps: [create('a')],
  };
  const scope = scopeAt(fromDefinition(definition), 'trigger', sources);
  expect(scope.variables.map(({ path }) => formatPath(path))).toEqual([
    'event.payload',
    'event.name',
    'event.correlationKey',
    'event.payloadSchemaRef',
  ]);
  expect(typeAt(scope, 'event.payload.taskId')).toBe('string');
});
