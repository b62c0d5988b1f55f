import { describe, expect, test } from 'vitest';
import type { Step } from '../definition/step.schema.ts';
import { call, definitionOf, expr, setState } from '../testing/definitions.ts';
import { runDefinition } from '../testing/run-definition.ts';
import { isFinished, waitSummary } from './views.ts';

const eventWait = (config: object = {}, rest: object = {}): Step =>
  ({
    id: 'wait',
    type: 'event.wait',
    config: { eventName: 'PAID', correlationKey: expr('payload.id'), ...config },
    ...rest,
  }) as Step;
const paid = { type: 'event' as const, eventName: 'PAID', eventId: 'e1', payload: { amount: 5 } };

describe('an event wait', () => {
  test('says what it waits for and until when', async () => {
    const filters = [{ path: 'amount', op: '>', value: 1 }];
    const run = await runDefinition({
      definition: definitionOf([eventWait({ filters, timeoutMs: 60_000, bufferMs: 5_000, resume: 'all' })]),
      payload: { id: 7 },
    });

    expect(run.status).toBe('WAITING');
    expect(run.waits[0]?.wait).toEqual({
      type: 'event',
      eventName: 'PAID',
      correlationKey: '7',
      filters,
      resume: 'all',
      bufferMs: 5_000,
      dueAt: '2026-01-02T03:05:05.678Z',
    });
    expect(run.steps[0]).toMatchObject({ status: 'STARTED', completedAt: null });
    expect(isFinished(run.state)).toBe(false);
    expect(waitSummary(run.state)).toMatchObject([
      { type: 'event', subject: 'PAID', correlationKey: '7', stepId: 'wait' },
    ]);
  });

  test('fails its step where the key is longer than any event may carry', async () => {
    const run = await runDefinition({ definition: definitionOf([eventWait()]), payload: { id: 'k'.repeat(257) } });

    expect(run.status).toBe('FAILED');
    expect(run.state.finished?.error).toMatchObject({
      category: 'ValidationError',
      code: 'EXPRESSION_FAILED',
      details: { field: 'correlationKey', expression: 'payload.id' },
    });
  });

  test('hands the event over and then makes its assignments', async () => {
    const assign = { 'vars.amount': expr('vars.event.amount'), 'vars.name': expr('eventName') };

    const run = await runDefinition({
      definition: definitionOf([eventWait({ assign })]),
      payload: { id: '1' },
      waits: { wait: () => paid },
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.envelope.vars).toEqual({ event: { amount: 5 }, eventName: 'PAID', amount: 5, name: 'PAID' });
  });

  test('that runs out of time fails with a TimeoutError that can be caught and retried', async () => {
    const waits = { wait: () => 'timeout' as const };
    const wait = eventWait({ timeoutMs: 1_000 });
    const caught: Step = {
      id: 'try',
      type: 'control.tryCatch',
      try: [wait],
      catch: [setState('late')],
      captureErrorAs: 'why',
    };
    const retried = eventWait(
      { timeoutMs: 1_000 },
      { retry: { maxAttempts: 2, backoffMs: 0, retryOn: ['TimeoutError'] } },
    );

    const run = await runDefinition({ definition: definitionOf([caught]), payload: { id: '1' }, waits });
    const again = await runDefinition({ definition: definitionOf([retried]), payload: { id: '1' }, waits });

    expect(run.envelope).toMatchObject({
      meta: { state: 'late' },
      vars: { why: { category: 'TimeoutError', code: 'WAIT_TIMED_OUT' } },
    });
    expect(run.now).toBe('2026-01-02T03:04:06.678Z');
    expect(again.waits.filter(({ wait: { type } }) => type === 'event')).toHaveLength(2);
    expect(again.state.finished?.error).toMatchObject({ category: 'TimeoutError' });
  });

  test('without a correlation key fails by name', async () => {
    const run = await runDefinition({ definition: definitionOf([eventWait()]), payload: {} });

    expect(run.state.finished?.error).toMatchObject({
      code: 'EXPRESSION_YIELDED_NOTHING',
      details: { field: 'correlationKey' },
    });
  });
});

describe('a time wait', () => {
  const timeWait = (config: object): Step => ({ id: 'wait', type: 'time.wait', config: { ...config } });

  test('of a duration goes on when it is over', async () => {
    const config = { mode: 'duration', durationMs: 3_600_000, assign: { 'vars.mode': expr('vars.timeWait.mode') } };

    const run = await runDefinition({ definition: definitionOf([timeWait(config)]) });

    expect(run.now).toBe('2026-01-02T04:04:05.678Z');
    expect(run.envelope.vars).toEqual({
      mode: 'duration',
      timeWait: { mode: 'duration', dueAt: '2026-01-02T04:04:05.678Z', resumedAt: '2026-01-02T04:04:05.678Z' },
    });
  });

  test('until an instant that has passed goes on at once', async () => {
    const run = await runDefinition({
      definition: definitionOf([timeWait({ mode: 'until', until: expr("'2020-01-01T00:00:00Z'") })]),
    });

    expect(run.status).toBe('SUCCEEDED');
    expect(run.waits).toEqual([]);
    expect(run.envelope.vars.timeWait).toMatchObject({ dueAt: '2020-01-01T00:00:00.000Z' });
  });

  test('until an instant whose offset leads beyond year 9999 waits until its end', async () => {
    const until = expr("'9999-12-31T23:59:59-12:00'");
    const run = await runDefinition({ definition: definitionOf([timeWait({ mode: 'until', until })]) });

    expect(run.waits[0]?.wait).toMatchObject({ type: 'time', dueAt: '9999-12-31T23:59:59.999Z' });
  });

  test.each(["'tomorrow'", '5', 'null'])('until %s fails', async (until) => {
    const run = await runDefinition({ definition: definitionOf([timeWait({ mode: 'until', until: expr(until) })]) });

    expect(run.state.finished?.error).toMatchObject({ code: 'EXPRESSION_FAILED', details: { field: 'until' } });
  });
});

describe('a human task', () => {
  test('waits with what the person needs and hands the answer over', async () => {
    const config = {
      taskType: 'approve',
      title: expr("'Approve ' & payload.id"),
      contextData: { id: expr('payload.id') },
      assign: { 'vars.ok': expr('vars.event.approved') },
    };
    const definition = definitionOf([{ id: 'task', type: 'human.task', config } as Step]);

    const run = await runDefinition({
      definition,
      payload: { id: 7 },
      waits: { task: () => ({ type: 'human', taskId: 't1', output: { approved: true } }) },
    });

    expect(run.waits[0]?.wait).toMatchObject({
      type: 'human',
      taskType: 'approve',
      title: 'Approve 7',
      contextData: { id: 7 },
      dueAt: null,
    });
    expect(run.envelope.vars).toEqual({ event: { approved: true, taskId: 't1' }, ok: true });
  });
});

describe('an action', () => {
  test('gets its evaluated input and key; secrets stay references', async () => {
    const input = {
      title: expr('payload.title'),
      token: { $secret: 'TOKEN' },
      deep: [{ n: expr('1 + 1') }],
      none: expr('nope'),
    };
    const definition = definitionOf([
      call('c', 'act', input, { idempotencyKey: expr("'key-' & payload.title"), saveAs: 'vars.out.first' }),
    ]);

    const run = await runDefinition({ definition, payload: { title: 'T' }, actions: { act: () => ({ id: 1 }) } });

    expect(run.calls[0]).toMatchObject({
      action: { id: 'act', version: 1 },
      input: { title: 'T', token: { $secret: 'TOKEN' }, deep: [{ n: 2 }] },
      idempotencyKey: 'key-T',
    });
    expect(run.calls[0]?.input).not.toHaveProperty('none');
    expect(run.envelope.vars).toEqual({ out: { first: { id: 1 } } });
  });

  test('that is answered twice is answered once', async () => {
    const definition = definitionOf([call('c', 'act', {}, { saveAs: 'n' }), eventWait()]);
    let answers = 0;

    const run = await runDefinition({ definition, payload: { id: '1' }, actions: { act: () => (answers += 1) } });
    const late = await import('./advance.ts').then(({ advance }) =>
      advance(
        { definition, pipes: new Map() },
        run.state,
        { type: 'effectSucceeded', now: run.now, token: run.calls[0]?.token ?? '', output: 99 },
        () => Promise.reject(new Error('nothing is evaluated')),
        { maxSteps: 10, shouldYield: () => false },
      ),
    );

    expect(late.commands).toEqual([]);
    expect(late.state).toEqual(run.state);
    expect(run.envelope.vars).toEqual({ n: 1 });
  });
});
