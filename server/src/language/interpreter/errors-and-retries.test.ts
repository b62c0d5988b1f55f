import { describe, expect, test } from 'vitest';
import type { Step } from '../definition/step.schema.ts';
import { assign, call, definitionOf, expr, setState } from '../testing/definitions.ts';
import { Failing, runDefinition } from '../testing/run-definition.ts';

const failing = () => new Failing({ message: 'broken', code: 'RECORD_IN_USE' });
const tryCatch = (inner: Step[], rest: object = {}, handler: Step[] = [setState('caught')]): Step =>
  ({ id: 'try', type: 'control.tryCatch', try: inner, catch: handler, ...rest }) as Step;

describe('an error that nobody handles', () => {
  test('fails the run and the steps around it', async () => {
    const definition = definitionOf([
      { id: 'if', type: 'control.if', condition: expr('true'), then: [call('c', 'act')] },
    ]);

    const run = await runDefinition({ definition, actions: { act: failing } });

    expect(run.state.finished).toMatchObject({
      status: 'FAILED',
      error: {
        category: 'ActionError',
        code: 'RECORD_IN_USE',
        message: 'broken',
        nodePath: 'root.steps[0].then.steps[0]',
        stepId: 'c',
      },
    });
    expect(run.steps.map((step) => [step.type, step.status])).toEqual([
      ['control.if', 'FAILED'],
      ['action.call', 'FAILED'],
    ]);
  });

  test.each([
    { name: 'an action that is not registered', step: call('c', 'nobody'), code: 'NOT_FOUND' },
    {
      name: 'a node type that is not known',
      step: { id: 'c', type: 'email.parseBody', config: {} },
      code: 'NOT_FOUND',
    },
    {
      name: 'a config that does not fit',
      step: { id: 'c', type: 'state.set', config: { stat: 'x' } },
      code: 'INVALID_INPUT',
    },
    { name: 'a step without its config', step: { id: 'c', type: 'transform.assign' }, code: 'INVALID_INPUT' },
  ] as { name: string; step: Step; code: string }[])(
    '$name fails the step that has it, not the engine',
    async ({ step, code }) => {
      const run = await runDefinition({ definition: definitionOf([setState('before'), step]) });

      expect(run.state.finished).toMatchObject({ status: 'FAILED', error: { code, stepId: 'c' } });
      expect(run.envelope.meta.state).toBe('before');
    },
  );

  test('what an output cannot be written over fails the step after its effect', async () => {
    const definition = definitionOf([
      assign('a', { 'vars.x': "'text'" }),
      call('c', 'act', {}, { saveAs: 'vars.x.y' }),
    ]);

    const run = await runDefinition({ definition, actions: { act: () => 1 } });

    expect(run.state.finished?.error).toMatchObject({ category: 'ValidationError', code: 'ASSIGN_PATH_INVALID' });
    expect(run.envelope.vars).toEqual({ x: 'text' });
  });
});

describe('tryCatch', () => {
  test('goes on in catch, which sees the error in both places', async () => {
    const handler = [
      assign('h', { 'vars.seen': "error.category & ':' & error.code & ':' & vars.failure.message & ':' & error.name" }),
    ];

    const run = await runDefinition({
      definition: definitionOf([
        tryCatch([call('c', 'act'), setState('never')], { captureErrorAs: 'failure' }, handler),
        setState('after'),
      ]),
      actions: { act: failing },
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.envelope.vars).toMatchObject({
      seen: 'ActionError:RECORD_IN_USE:broken:ActionError',
      failure: { stepId: 'c' },
    });
    expect(run.envelope.meta.state).toBe('after');
    expect(run.steps[0]).toMatchObject({ status: 'SUCCEEDED', result: { caught: true } });
  });

  test('with an empty catch swallows the error', async () => {
    const run = await runDefinition({
      definition: definitionOf([tryCatch([call('c', 'act')], {}, []), setState('after')]),
      actions: { act: failing },
    });

    expect(run.envelope.meta.state).toBe('after');
  });

  test('lets an error of its catch go to the next one outside', async () => {
    const inner = tryCatch([call('c', 'act')], { id: 'inner' }, [assign('bad', { 'vars.x': 'nope' })]);
    const definition = definitionOf([tryCatch([inner], { captureErrorAs: 'outer' })]);

    const run = await runDefinition({ definition, actions: { act: failing } });

    expect(run.envelope.vars.outer).toMatchObject({ stepId: 'bad', code: 'EXPRESSION_YIELDED_NOTHING' });
    expect(run.envelope.meta.state).toBe('caught');
  });

  test('inside a loop wins over the loop; around a loop it comes after it', async () => {
    const loop = (body: Step[]): Step => ({
      id: 'each',
      type: 'control.forEach',
      items: expr('[1, 2]'),
      itemVar: 'i',
      body,
      onItemError: 'continue',
    });
    const inside = await runDefinition({
      definition: definitionOf([loop([tryCatch([call('c', 'act')])])]),
      actions: { act: failing },
    });
    const around = await runDefinition({
      definition: definitionOf([tryCatch([loop([call('c', 'act')])])]),
      actions: { act: failing },
    });

    expect(inside.envelope.meta.state).toBe('caught');
    expect(inside.envelope.vars).not.toHaveProperty('each');
    expect(around.envelope.meta.state).toBeUndefined();
    expect(around.envelope.vars).toMatchObject({ each: { errors: [{ index: 0 }, { index: 1 }] } });
  });

  test('around a loop that fails puts back what the loop hid', async () => {
    const loop: Step = {
      id: 'each',
      type: 'control.forEach',
      items: expr('[1, 2]'),
      itemVar: 'i',
      body: [call('c', 'act')],
    };

    const run = await runDefinition({
      definition: definitionOf([assign('a', { 'vars.i': "'mine'" }), tryCatch([loop])]),
      actions: { act: failing },
    });

    expect(run.envelope.vars).toEqual({ i: 'mine' });
    expect(run.state.lists).toEqual({});
  });

  test('with a place for the error that cannot be written fails itself', async () => {
    const definition = definitionOf([
      assign('a', { 'vars.x': '1' }),
      tryCatch([call('c', 'act')], { captureErrorAs: 'x.y' }),
    ]);

    const run = await runDefinition({ definition, actions: { act: failing } });

    expect(run.state.finished?.error).toMatchObject({ code: 'ASSIGN_PATH_INVALID', stepId: 'try' });
  });
});

describe('onError continue', () => {
  test('goes on, leaves the error to be read and tells the log', async () => {
    const definition = definitionOf([
      tryCatch([call('c', 'act', {}, { onError: { policy: 'continue' }, saveAs: 'out' }), setState('after')]),
    ]);

    const run = await runDefinition({ definition, actions: { act: failing } });

    expect(run.envelope.meta.state).toBe('after');
    expect(run.envelope.error).toMatchObject({ code: 'RECORD_IN_USE', stepId: 'c' });
    expect(run.envelope.vars).toEqual({});
    expect(run.commands).toContainEqual(
      expect.objectContaining({ type: 'log', level: 'WARN', code: 'STEP_ERROR_CONTINUED' }),
    );
    expect(run.steps.map((step) => step.status)).toEqual(['SUCCEEDED', 'FAILED', 'SUCCEEDED']);
  });

  test('may stand in the config of a call, where the step’s own wins', async () => {
    const inConfig = {
      ...call('c', 'act'),
      config: { actionId: 'act', version: 1, onError: { policy: 'continue' as const } },
    };
    const own = { ...inConfig, onError: { policy: 'fail' as const } };

    expect((await runDefinition({ definition: definitionOf([inConfig]), actions: { act: failing } })).status).toBe(
      'SUCCEEDED',
    );
    expect((await runDefinition({ definition: definitionOf([own]), actions: { act: failing } })).status).toBe('FAILED');
  });
});

describe('retry', () => {
  const retry = { maxAttempts: 3, backoffMs: 1_000, jitter: false };
  const until =
    (good: number) =>
    (_: unknown, { attempt }: { attempt: number }) =>
      attempt < good ? failing() : attempt;

  test('waits longer before each attempt and then goes on', async () => {
    const run = await runDefinition({
      definition: definitionOf([call('c', 'act', {}, { retry, saveAs: 'n' })]),
      actions: { act: until(3) },
    });

    expect(run.envelope.vars).toEqual({ n: 3 });
    expect(run.steps.map((step) => [step.attempt, step.status])).toEqual([
      [1, 'RETRY_SCHEDULED'],
      [2, 'RETRY_SCHEDULED'],
      [3, 'SUCCEEDED'],
    ]);
    expect(run.waits.map(({ wait }) => wait)).toEqual([
      { type: 'retry', attempt: 2, dueAt: '2026-01-02T03:04:06.678Z' },
      { type: 'retry', attempt: 3, dueAt: '2026-01-02T03:04:08.678Z' },
    ]);
  });

  test('comes before onError continue and before catch', async () => {
    const continued = await runDefinition({
      definition: definitionOf([call('c', 'act', {}, { retry, onError: { policy: 'continue' } })]),
      actions: { act: failing },
    });
    const caught = await runDefinition({
      definition: definitionOf([tryCatch([call('c', 'act', {}, { retry })])]),
      actions: { act: failing },
    });

    expect(continued.calls).toHaveLength(3);
    expect(continued.status).toBe('SUCCEEDED');
    expect(caught.calls).toHaveLength(3);
    expect(caught.envelope.meta.state).toBe('caught');
  });

  test.each([
    { name: 'a failure that says so', failure: { retryable: false }, policy: retry },
    { name: 'a category that is not listed', failure: {}, policy: { ...retry, retryOn: ['TransientError'] } },
    { name: 'a policy of one attempt', failure: {}, policy: { ...retry, maxAttempts: 1 } },
  ])('is not made after $name', async ({ failure, policy }) => {
    const run = await runDefinition({
      definition: definitionOf([call('c', 'act', {}, { retry: policy })]),
      actions: { act: () => new Failing(failure) },
    });

    expect(run.calls).toHaveLength(1);
    expect(run.status).toBe('FAILED');
  });

  test('is not made after an input that cannot be had', async () => {
    const run = await runDefinition({
      definition: definitionOf([assign('a', { 'vars.x': 'nope' })].map((step) => ({ ...step, retry }) as Step)),
    });

    expect(run.steps).toHaveLength(1);
    expect(run.status).toBe('FAILED');
  });

  test('follows the action’s hint where the step has no policy', async () => {
    const act = { describe: { retryHint: { maxAttempts: 2, backoffMs: 5 } }, run: until(2) };

    expect((await runDefinition({ definition: definitionOf([call('c', 'act')]), actions: { act } })).status).toBe(
      'SUCCEEDED',
    );
    expect(
      (
        await runDefinition({
          definition: definitionOf([call('c', 'act', {}, { retry: { maxAttempts: 1, backoffMs: 0 } })]),
          actions: { act },
        })
      ).status,
    ).toBe('FAILED');
  });

  test('evaluates its input anew, and each attempt has a token of its own', async () => {
    const run = await runDefinition({
      definition: definitionOf([call('c', 'act', { at: expr('nowIso()') }, { retry })]),
      actions: { act: until(3) },
    });

    expect(new Set(run.calls.map(({ token }) => token)).size).toBe(3);
    expect(new Set(run.calls.map(({ input }) => input.at)).size).toBe(3);
    expect(new Set(run.calls.map(({ address }) => JSON.stringify(address))).size).toBe(1);
  });
});
