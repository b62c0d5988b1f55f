import { describe, expect, test } from 'vitest';
import type { Step } from '../definition/step.schema.ts';
import { assign, call, definitionOf, expr, setState } from '../testing/definitions.ts';
import { Failing, runDefinition } from '../testing/run-definition.ts';

const done: Step = { id: 'done', type: 'control.return' };

describe('a pipe', () => {
  test('does its steps one after the other and ends the run', async () => {
    const run = await runDefinition({
      definition: definitionOf([setState('a', 'A'), assign('b', { 'vars.b': "'B' & meta.state" }), setState('c', 'C')]),
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.envelope).toMatchObject({ vars: { b: 'BA' }, meta: { state: 'C' } });
    expect(run.steps.map((step) => [step.sequence, step.address.path, step.status])).toEqual([
      [1, 'root.steps[0]', 'SUCCEEDED'],
      [2, 'root.steps[1]', 'SUCCEEDED'],
      [3, 'root.steps[2]', 'SUCCEEDED'],
    ]);
    expect(run.commands.at(-1)).toEqual({ type: 'finish', status: 'SUCCEEDED', error: null });
  });

  test('without steps succeeds', async () => {
    expect((await runDefinition({ definition: definitionOf([]) })).status).toBe('SUCCEEDED');
  });

  test('hands back when its budget is spent and goes on where it was', async () => {
    const steps = Array.from({ length: 10 }, (_, index) => assign(`s${index}`, { [`vars.s${index}`]: `${index}` }));

    const run = await runDefinition({ definition: definitionOf(steps), maxSteps: 3 });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.occurrences.filter(({ type }) => type === 'continued').length).toBeGreaterThan(2);
    expect(Object.keys(run.envelope.vars)).toHaveLength(10);
  });
});

describe('assignments', () => {
  test('see the ones before them, of the same step too', async () => {
    const { envelope } = await runDefinition({
      definition: definitionOf([
        assign('a', {
          'vars.x': '1',
          'vars.y': 'vars.x + 1',
          'payload.z': 'x + y',
          'meta.m': 'payload.z',
          '/p/q': 'true',
        }),
      ]),
    });

    expect(envelope).toMatchObject({ vars: { x: 1, y: 2 }, payload: { z: 3, p: { q: true } }, meta: { m: 3 } });
  });

  test('are all made or none', async () => {
    const { status, envelope, state } = await runDefinition({
      definition: definitionOf([assign('a', { 'vars.x': '1', 'vars.y': 'vars.nope' })]),
    });

    expect(status).toBe('FAILED');
    expect(envelope.vars).toEqual({});
    expect(state.finished?.error).toMatchObject({
      code: 'EXPRESSION_YIELDED_NOTHING',
      category: 'ExpressionError',
      details: { field: 'vars.y', expression: 'vars.nope' },
    });
  });
});

describe('a condition', () => {
  const branch = (condition: string, rest: Partial<Step> = {}) =>
    definitionOf([
      {
        id: 'if',
        type: 'control.if',
        condition: expr(condition),
        then: [setState('then')],
        else: [setState('else')],
        ...rest,
      } as Step,
      assign('after', { 'vars.after': 'true' }),
    ]);

  test.each([
    ['1 = 1', 'then'],
    ['1 = 2', 'else'],
    ["payload.missing = 'x'", 'else'],
  ])('%s leads to %s', async (condition, state) => {
    const run = await runDefinition({ definition: branch(condition) });

    expect(run.envelope.meta.state).toBe(state);
    expect(run.envelope.vars.after).toBe(true);
    expect(run.steps[0]).toMatchObject({
      type: 'control.if',
      status: 'SUCCEEDED',
      result: { condition: state === 'then' },
    });
  });

  test.each(["'true'", '1', 'null', '[]', 'payload.missing'])('%s is neither true nor false', async (condition) => {
    const run = await runDefinition({ definition: branch(condition) });

    expect(run.state.finished).toMatchObject({
      status: 'FAILED',
      error: { category: 'ExpressionError', stepId: 'if' },
    });
  });

  test('without the branch that it chose goes on', async () => {
    const run = await runDefinition({ definition: branch('false', { else: undefined as never }) });

    expect(run.envelope.vars).toEqual({ after: true });
  });
});

describe('a loop', () => {
  const loop = (body: Step[], rest: object = {}): Step =>
    ({ id: 'each', type: 'control.forEach', items: expr('payload.items'), itemVar: 'it', body, ...rest }) as Step;

  test('sees its names in every place of the body, by name and in vars', async () => {
    const inner = assign('row', {
      'vars.rows':
        "append(vars.rows, it & vars.it & index & '/' & length & (isFirst ? 'F' : '') & (isLast ? 'L' : ''))",
    });
    const body: Step[] = [
      { id: 'if', type: 'control.if', condition: expr('index >= 0 and isLast in [true, false]'), then: [inner] },
    ];

    const { envelope } = await runDefinition({
      definition: definitionOf([loop(body)]),
      payload: { items: ['a', 'b'] },
    });

    expect(envelope.vars).toEqual({ rows: ['aa0/2F', 'bb1/2L'] });
  });

  test('puts back what its name hid, and takes away a name that was not there', async () => {
    const definition = definitionOf([
      assign('before', { 'vars.it': "'mine'" }),
      loop([loop([setState('x')], { id: 'inner', itemVar: 'sub' })]),
    ]);

    const { envelope } = await runDefinition({ definition, payload: { items: [1, 2] } });

    expect(envelope.vars).toEqual({ it: 'mine' });
  });

  test('inside a loop has an address of its own for every iteration', async () => {
    const { steps } = await runDefinition({
      definition: definitionOf([loop([loop([setState('x')], { id: 'inner', itemVar: 'sub' })])]),
      payload: { items: [1, 2] },
    });

    const keys = steps.filter((step) => step.address.stepId === 'x').map((step) => step.address.iterationKey);
    expect(keys).toEqual([
      'root.steps[0]#0/root.steps[0].body.steps[0]#0',
      'root.steps[0]#0/root.steps[0].body.steps[0]#1',
      'root.steps[0]#1/root.steps[0].body.steps[0]#0',
      'root.steps[0]#1/root.steps[0].body.steps[0]#1',
    ]);
  });

  test.each([{ items: [] }, { items: [1] }])('over $items and an empty body goes on', async (payload) => {
    const { status, steps } = await runDefinition({ definition: definitionOf([loop([])]), payload });

    expect(status).toBe('SUCCEEDED');
    expect(steps[0]?.result).toEqual({ items: payload.items.length });
  });

  test('over a selection of one member is done once', async () => {
    const definition = definitionOf([
      loop([assign('a', { 'vars.seen': 'append(vars.seen, it.id)' })], { items: expr('payload.items[on = true]') }),
    ]);

    const { envelope } = await runDefinition({
      definition,
      payload: {
        items: [
          { id: 1, on: true },
          { id: 2, on: false },
        ],
      },
    });

    expect(envelope.vars).toEqual({ seen: [1] });
  });

  test.each([
    { name: 'a text', items: 'x', code: 'EXPRESSION_FAILED' },
    { name: 'nothing', items: undefined, code: 'EXPRESSION_YIELDED_NOTHING' },
    { name: '10,001 items', items: Array.from({ length: 10_001 }, () => 0), code: 'EXPRESSION_BUDGET_EXCEEDED' },
  ])('over $name fails', async ({ items, code }) => {
    const payload = items === undefined ? {} : { items };

    expect(
      (await runDefinition({ definition: definitionOf([loop([setState('x')])]), payload })).state.finished,
    ).toMatchObject({ status: 'FAILED', error: { code } });
  });

  test('keeps its list out of the frames and drops it at the end', async () => {
    const definition = definitionOf([loop([call('c', 'act')])]);

    const waiting = await runDefinition({
      definition,
      payload: { items: [7, 8] },
      actions: { act: () => null },
      choose: () => undefined,
    });
    const ended = await runDefinition({ definition, payload: { items: [7, 8] }, actions: { act: () => null } });

    expect(Object.values(waiting.state.lists)).toEqual([[7, 8]]);
    expect(ended.state.lists).toEqual({});
    expect(ended.calls).toHaveLength(2);
  });

  test('ends a failed item and goes on with the next when it may', async () => {
    const body = [call('c', 'act', { n: expr('it') }), assign('after', { 'vars.done': 'append(vars.done, it)' })];
    const definition = definitionOf([loop(body, { onItemError: 'continue' }), assign('end', { 'vars.ended': 'true' })]);

    const run = await runDefinition({
      definition,
      payload: { items: [1, 2, 3] },
      actions: { act: ({ n }) => (n === 2 ? new Failing({ message: 'two' }) : null) },
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.envelope.vars).toMatchObject({
      done: [1, 3],
      ended: true,
      each: { errors: [{ index: 1, message: 'two', stepId: 'c' }] },
    });
    expect(run.steps.find((step) => step.type === 'control.forEach')?.result).toEqual({ items: 3, failed: 1 });
    expect(run.envelope.vars).not.toHaveProperty('it');
  });
});

describe('return', () => {
  test.each([
    { name: 'in a branch', steps: [{ id: 'if', type: 'control.if', condition: expr('true'), then: [done] }] },
    {
      name: 'in a loop',
      steps: [{ id: 'each', type: 'control.forEach', items: expr('[1, 2]'), itemVar: 'x', body: [done] }],
    },
    { name: 'in a try', steps: [{ id: 'try', type: 'control.tryCatch', try: [done], catch: [setState('caught')] }] },
    {
      name: 'in a catch',
      steps: [{ id: 'try', type: 'control.tryCatch', try: [assign('bad', { 'vars.x': 'nope' })], catch: [done] }],
    },
  ] as { name: string; steps: Step[] }[])('$name ends the run as SUCCEEDED', async ({ steps }) => {
    const run = await runDefinition({ definition: definitionOf([...steps, setState('never')]) });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.envelope.meta.state).toBeUndefined();
    expect(run.envelope.vars).not.toHaveProperty('x');
    expect(run.steps.filter((step) => step.address.stepId === 'done')).toMatchObject([{ status: 'SUCCEEDED' }]);
    expect(run.steps[0]?.status).toBe('SUCCEEDED');
  });
});

describe('cancel', () => {
  test('is not caught, abandons what was under way and closes every step', async () => {
    const definition = definitionOf([
      { id: 'try', type: 'control.tryCatch', try: [call('c', 'act')], catch: [setState('caught')] },
    ]);

    const run = await runDefinition({ definition, actions: { act: () => null }, cancelAfter: 1 });

    expect(run.status).toBe('CANCELED');
    expect(run.state.outstanding).toEqual([]);
    expect(run.steps.map((step) => step.status)).toEqual(['CANCELED', 'CANCELED']);
    expect(run.commands.slice(-2)).toMatchObject([{ type: 'recordStep' }, { type: 'finish', status: 'CANCELED' }]);
    expect(run.commands).toContainEqual({ type: 'abandon', token: run.calls[0]?.token });
  });
});

describe('a call of a workflow', () => {
  const step = (rest: object = {}): Step =>
    ({
      id: 'child',
      type: 'control.callWorkflow',
      workflowKey: 'other',
      workflowVersion: 3,
      inputMapping: { title: expr('payload.title'), none: expr('payload.none') },
      outputMapping: { 'vars.answer': expr('childRun.vars.x & childRun.payload.title & meta.runId') },
      ...rest,
    }) as Step;

  test('starts the version with the mapped payload and reads its end as childRun', async () => {
    const run = await runDefinition({
      definition: definitionOf([step()]),
      payload: { title: 'T' },
      children: { other: () => ({ vars: { x: 'X' } }) },
    });

    expect(run.commands.find(({ type }) => type === 'startChild')).toMatchObject({
      workflow: 'other',
      workflowVersion: 3,
      payload: { title: 'T' },
    });
    expect(run.envelope.vars).toEqual({ answer: 'XTrun-1' });
  });

  test('fails with its child, and tries again by its policy', async () => {
    const children = {
      other: (_: unknown, attempt: number) => (attempt < 2 ? { status: 'FAILED' as const } : { vars: { x: '2nd ' } }),
    };
    const definition = definitionOf([
      step({ retry: { maxAttempts: 2, backoffMs: 10, retryOn: ['ChildWorkflowError'] } }),
    ]);

    const once = await runDefinition({ definition: definitionOf([step()]), payload: { title: 'T' }, children });
    const twice = await runDefinition({ definition, payload: { title: 'T' }, children });

    expect(once.state.finished?.error).toMatchObject({ category: 'ChildWorkflowError', code: 'CHILD_RUN_FAILED' });
    expect(twice.envelope.vars).toEqual({ answer: '2nd Trun-1' });
    expect(twice.commands.filter(({ type }) => type === 'startChild')).toHaveLength(2);
  });
});
