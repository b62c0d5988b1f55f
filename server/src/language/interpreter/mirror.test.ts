import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/json.ts';
import type { Step } from '../definition/step.schema.ts';
import { call, definitionOf, expr, setState } from '../testing/definitions.ts';
import { runDefinition } from '../testing/run-definition.ts';

const text = { type: 'string' };
const object = (properties: JsonObject, required: string[]): JsonObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const createTask = object({ project_id: text, title: text, description: text, due_date: text }, [
  'project_id',
  'title',
]);
const upsertLink = object(
  {
    namespace: text,
    from: object({ type: text, id: text }, ['type', 'id']),
    to: object({ type: text, id: text }, ['type', 'id']),
    attributes: { type: 'object', additionalProperties: {} },
  },
  ['namespace', 'from', 'to'],
);
const updateTask = object({ task_id: text, patch: object({ task_name: text, description: text }, []) }, [
  'task_id',
  'patch',
]);

// The two workflows that keep a task and its mirror alike.
const setUp = definitionOf([
  setState('state', 'CREATING_MIRROR_TASK'),
  call(
    'create',
    'create',
    {
      project_id: expr('payload.targetProjectId'),
      title: expr('payload.title'),
      description: expr('payload.description'),
      due_date: expr('payload.dueDate'),
    },
    { saveAs: 'vars.created' },
  ),
  call('link', 'link', {
    namespace: 'mirror',
    from: { type: 'project_task', id: expr('payload.taskId') },
    to: { type: 'project_task', id: expr('vars.created.task_id') },
    attributes: { target: expr('payload.targetProjectId'), missing: expr('payload.nope') },
  }),
  { id: 'done', type: 'control.return' },
]);
const update: Step = call('update', 'update', {
  task_id: expr('vars.match.id'),
  patch: {
    task_name: expr('payload.changes.title.new ? payload.changes.title.new : payload.changes.task_name.new'),
    description: expr('payload.changes.description.new'),
  },
});
const sync = definitionOf([
  call('lookup', 'lookup', {}, { saveAs: 'vars.linked' }),
  {
    id: 'each',
    type: 'control.forEach',
    items: expr('vars.linked.matches'),
    itemVar: 'match',
    body: [update],
    onItemError: 'fail',
  },
]);

const actions = {
  create: { describe: { inputSchema: createTask }, run: () => ({ task_id: 't2' }) },
  link: { describe: { inputSchema: upsertLink }, run: () => ({ link_id: 'l1' }) },
  lookup: () => ({ matches: [{ id: 't2' }, { id: 't3' }] }),
  update: { describe: { inputSchema: updateTask }, run: () => null },
};

describe('setting up a mirror', () => {
  test('leaves out what the task does not have', async () => {
    const run = await runDefinition({
      definition: setUp,
      actions,
      payload: { taskId: 't1', title: 'Fix', targetProjectId: 'p2' },
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.calls.map(({ input }) => input)).toEqual([
      { project_id: 'p2', title: 'Fix' },
      {
        namespace: 'mirror',
        from: { type: 'project_task', id: 't1' },
        to: { type: 'project_task', id: 't2' },
        attributes: { target: 'p2' },
      },
    ]);
  });

  test('fails by name where there is no project to mirror to', async () => {
    const run = await runDefinition({ definition: setUp, actions, payload: { taskId: 't2', title: 'Fix' } });

    expect(run.calls).toEqual([]);
    expect(run.state.finished).toMatchObject({
      status: 'FAILED',
      error: {
        category: 'ExpressionError',
        code: 'EXPRESSION_YIELDED_NOTHING',
        details: { field: 'project_id', expression: 'payload.targetProjectId' },
        stepId: 'create',
      },
    });
  });
});

describe('following a change', () => {
  test.each([
    { name: 'a new title', changes: { title: { new: 'Neu' } }, patch: { task_name: 'Neu' } },
    { name: 'a new name', changes: { task_name: { new: 'Neu' } }, patch: { task_name: 'Neu' } },
    { name: 'a new description', changes: { description: { new: 'Mehr' } }, patch: { description: 'Mehr' } },
    { name: 'an emptied description', changes: { description: { new: null } }, patch: { description: null } },
    { name: 'something else', changes: {}, patch: {} },
  ])('of $name updates every mirror with just that', async ({ changes, patch }) => {
    const run = await runDefinition({ definition: sync, actions, payload: { taskId: 't1', changes } });

    expect(run.calls.slice(1).map(({ input }) => input)).toEqual([
      { task_id: 't2', patch },
      { task_id: 't3', patch },
    ]);
  });
});
