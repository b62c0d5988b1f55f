import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { OUTSIDE_FILE_VARIABLE, readOutside } from '../testing/actions/outside-file.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';
import { assign, call, increment } from '../testing/steps.ts';
import { settleOperatorWait } from './waits/settle-operator-wait.ts';

let rt: TestRuntime;
let outside: string;
async function runtime(options: TestRuntimeOptions): Promise<TestRuntime> {
  rt = await createTestRuntime(options);
  return rt;
}
beforeEach(() => {
  outside = path.join(mkdtempSync(path.join(tmpdir(), 'penstock-outside-')), 'calls');
  writeFileSync(outside, '');
  process.env[OUTSIDE_FILE_VARIABLE] = outside;
});
afterEach(async () => {
  await rt.close();
  rmSync(path.dirname(outside), { recursive: true, force: true });
});

const retry = { maxAttempts: 3, backoffMs: 10_000, jitter: false };

test('a step that fails is tried again after its backoff, and what the failed try wrote is gone', async () => {
  await runtime({ steps: [call('f', 'test.flaky', { failures: 2 }, { retry }), assign('z', { 'vars.done': 'true' })] });
  await rt.start();
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'retry' });
  expect(await rt.stored('flaky', 'calls')).toBeUndefined();

  await rt.tick('10s');
  expect(await rt.run()).toMatchObject({ status: 'WAITING' });
  await rt.tick('20s');

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { f: { attempt: 3, count: 1 }, done: true } });
  expect(await rt.invocations()).toMatchObject([{ action: 'test.flaky', status: 'SUCCEEDED', attempts: 3 }]);
  expect(await rt.steps()).toMatchObject([
    { attempt: 1, status: 'RETRY_SCHEDULED' },
    { attempt: 2, status: 'RETRY_SCHEDULED' },
    { attempt: 3, status: 'SUCCEEDED' },
    { path: 'root.steps[1]' },
  ]);
});

test('a key with characters that the database has not is a key like any other', async () => {
  const idempotencyKey = { $expr: '"a\\u0000b"' };
  await runtime({
    steps: ['a', 'b'].map((id) => call(id, 'store.increment', { namespace: 'counts', key: 'x' }, { idempotencyKey })),
  });
  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.stored('counts', 'x')).toBe(1);
});

test('the ledger shows no reference to a secret, and the action gets the value as it is', async () => {
  const value = { secretRef: 'vault/crm', name: 'crm' };
  await runtime({ steps: [call('s', 'store.set', { namespace: 'n', key: 'k', value })] });
  await rt.start();

  const [row] = await rt.database.asOwner<{ input_json: object }>('SELECT input_json FROM workflow_action_invocations');
  expect(row?.input_json).toMatchObject({ value: { secretRef: '[REDACTED]', name: 'crm' } });
  expect(await rt.stored('n', 'k')).toEqual(value);
});

test('a failed try under a key of its own does not block the next one', async () => {
  await runtime({ steps: [call('f', 'test.flaky', { failures: 1, idempotency_key: 'once' }, { retry })] });
  await rt.start();

  await rt.tick('10s');

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.invocations()).toMatchObject([{ key: 'once', status: 'SUCCEEDED', attempts: 2 }]);
});

test('a run whose retries are used up fails with the last error', async () => {
  await runtime({ steps: [call('f', 'test.flaky', { failures: 9 }, { retry: { ...retry, maxAttempts: 2 } })] });
  await rt.start();

  await rt.tick('10s');

  expect(await rt.run()).toMatchObject({ status: 'FAILED', error: { code: 'UPSTREAM_UNAVAILABLE', stepId: 'f' } });
});

test('an effect that fails undoes itself only: the effects around it stay', async () => {
  const failing = {
    id: 'tc',
    type: 'control.tryCatch',
    try: [increment('a', 'inside'), call('f', 'test.flaky', { failures: 9 })],
    catch: [increment('b', 'caught')],
  };
  await runtime({ steps: [increment('before', 'before'), failing, increment('after', 'after')] });

  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', boundaries: 1 });
  for (const key of ['before', 'inside', 'caught', 'after']) expect(await rt.stored('counts', key)).toBe(1);
  expect(await rt.stored('flaky', 'calls')).toBeUndefined();
});

test('an input that the action does not take names the member, and is not tried again', async () => {
  await runtime({ steps: [call('s', 'store.set', { namespace: 'n', value: 1, wrong: true }, { retry })] });

  await rt.start();

  const { status, error } = await rt.run();
  expect(status).toBe('FAILED');
  expect(error).toMatchObject({ category: 'ValidationError', code: 'INVALID_INPUT' });
  expect(error?.details).toMatchObject({ issues: expect.arrayContaining([expect.objectContaining({ path: '/key' })]) });
});

test('an action that is not registered fails the step by name', async () => {
  await runtime({ steps: [call('x', 'no.such', {})] });

  await rt.start();

  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    error: { code: 'NOT_FOUND', details: { id: 'no.such@1' } },
  });
});

test('the right of the publisher is asked at each call: when it is lost the step fails closed', async () => {
  await runtime({
    steps: [
      increment('a', 'a'),
      { id: 't', type: 'time.wait', config: { mode: 'duration', durationMs: 60_000 } },
      increment('b', 'b'),
    ],
  });
  await rt.start();
  expect(await rt.stored('counts', 'a')).toBe(1);

  await rt.setRole('viewer');
  await rt.tick('1m');

  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    error: { code: 'PERMISSION_DENIED', details: { permission: 'workflow:manage' } },
  });
  expect(await rt.stored('counts', 'b')).toBeUndefined();
});

test('who is no member any more may nothing', async () => {
  await runtime({ steps: [call('g', 'store.get', { namespace: 'n', key: 'k' })] });
  await rt.setRole(null);

  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'FAILED', error: { code: 'PERMISSION_DENIED' } });
});

test('the same idempotency key never counts twice, in this run or another', async () => {
  const counted = (id: string) =>
    call(id, 'store.increment', { namespace: 'counts', key: 'charges', idempotency_key: { $expr: 'payload.order' } });
  await runtime({ steps: [counted('a'), counted('b')] });

  await rt.start({ order: 'o-1' });
  await rt.start({ order: 'o-1' });
  await rt.start({ order: 'o-2' });

  expect(await rt.stored('counts', 'charges')).toBe(2);
  expect(await rt.run()).toMatchObject({ vars: { a: { value: 2 }, b: { value: 2 } } });
});

test('a key that comes back with another input is refused', async () => {
  const set = (id: string, value: number) =>
    call(id, 'store.set', { namespace: 'n', key: 'k', value, idempotency_key: 'same' });
  await runtime({ steps: [set('a', 1), set('b', 2)] });

  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'FAILED', error: { code: 'IDEMPOTENCY_KEY_REUSED', stepId: 'b' } });
  expect(await rt.stored('n', 'k')).toBe(1);
});

test("the step's own key goes before the action's", async () => {
  const keyed = call(
    'a',
    'store.increment',
    { namespace: 'counts', key: 'x', idempotency_key: 'action' },
    { idempotencyKey: { $expr: '"step-" & payload.n' } },
  );
  await runtime({ steps: [keyed] });

  await rt.start({ n: '1' });

  expect(await rt.invocations()).toMatchObject([{ key: 'step-1' }]);
});

test('equal calls of a loop are calls of their own', async () => {
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: '[1, 2, 3]' },
    itemVar: 'n',
    body: [increment('i', 'loop')],
  };
  await runtime({ steps: [loop] });

  await rt.start();

  expect(await rt.stored('counts', 'loop')).toBe(3);
  expect(await rt.invocations()).toHaveLength(3);
});

test('fifty effects share a boundary and the next one begins another', async () => {
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: 'payload.items' },
    itemVar: 'n',
    body: [increment('i', 'loop')],
  };
  await runtime({ steps: [loop], limits: { maxStepsPerBoundary: 100_000, maxBoundaryMs: 60_000 } });

  await rt.start({ items: Array.from({ length: 120 }, (_, index) => index) });

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', boundaries: 3 });
  expect(await rt.stored('counts', 'loop')).toBe(120);
});

test('a long run of pure steps commits every so often and goes on', async () => {
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: 'payload.items' },
    itemVar: 'n',
    body: [assign('a', { 'vars.sum': '$sum([vars.sum, vars.n])' })],
  };
  await runtime({ steps: [loop], limits: { maxStepsPerBoundary: 50, maxBoundaryMs: 60_000 } });

  await rt.start({ items: Array.from({ length: 200 }, () => 1) });

  const run = await rt.run();
  expect(run).toMatchObject({ status: 'SUCCEEDED', vars: { sum: 200 } });
  expect(run.boundaries).toBeGreaterThan(2);
});

test('a call to the outside is made once, after its start was noted', async () => {
  await runtime({
    steps: [
      call('k', 'test.keyed', { value: { $expr: 'payload.value' } }),
      call('a', 'test.at_least_once', { value: 'b' }),
    ],
  });

  const runId = await rt.start({ value: 'a' });

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { k: { answer: 'a' }, a: { answer: 'b' } } });
  expect(readOutside(outside).map(({ action, value, runId: by }) => ({ action, value, by }))).toEqual([
    { action: 'test.keyed', value: 'a', by: runId },
    { action: 'test.at_least_once', value: 'b', by: runId },
  ]);
});

test('a keyed call under a key that another run used answers what that run got', async () => {
  await runtime({ steps: [call('k', 'test.keyed', { value: 'a', idempotency_key: 'shared' })] });

  await rt.start();
  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { k: { answer: 'a' } } });
  expect(readOutside(outside)).toHaveLength(1);
});

/** Leaves a run as a worker that died in the middle of its call would: STARTED is committed and nobody holds the run. */
async function dieInCall(options: TestRuntimeOptions): Promise<void> {
  const death = new Error('the worker died');
  await runtime({
    ...options,
    racePoints: (point) => {
      if (point === 'afterStartedBeforeCall' && !isRecovering) throw death;
    },
  });
  isRecovering = false;
  await expect(rt.start()).rejects.toBe(death);
  isRecovering = true;
  await rt.database.asOwner('UPDATE workflow_runs SET lease_expires_at = now()');
}
let isRecovering = false;

test('a keyed call that a worker died in is made again under the same key', async () => {
  await dieInCall({ steps: [call('k', 'test.keyed', { value: 'a' })] });

  await rt.settle();

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { k: { answer: 'a' } } });
  const [invocation] = await rt.invocations();
  expect(invocation).toMatchObject({ status: 'SUCCEEDED', attempts: 2 });
  expect(readOutside(outside)).toMatchObject([{ key: invocation?.key }]);
});

test('a call without a key that a worker died in is in doubt until an operator says what became of it', async () => {
  await dieInCall({
    steps: [call('a', 'test.at_least_once', { value: 'x' }), assign('z', { 'vars.got': 'vars.a.answer' })],
  });
  await rt.settle();
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'operator', waitReason: 'in_doubt' });
  expect(await rt.invocations()).toMatchObject([{ status: 'IN_DOUBT' }]);

  await decide({ type: 'succeeded', output: { answer: 'seen by the operator' } });

  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { got: 'seen by the operator' } });
  expect(await rt.invocations()).toMatchObject([{ status: 'SUCCEEDED' }]);
  expect(readOutside(outside)).toEqual([]);
});

test('an operator can have a call in doubt made again, or let it fail', async () => {
  await dieInCall({ steps: [call('a', 'test.at_least_once', { value: 'x' })] });
  await rt.settle();
  await decide({ type: 'callAgain' });
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED', vars: { a: { answer: 'x' } } });
  expect(readOutside(outside)).toHaveLength(1);
  await rt.close();

  await dieInCall({ steps: [call('a', 'test.at_least_once', { value: 'x' })] });
  await rt.settle();
  await decide({ type: 'failed', message: 'the other side never got it' });
  expect(await rt.run()).toMatchObject({ status: 'FAILED', error: { message: 'the other side never got it' } });
});

async function decide(decision: Parameters<typeof settleOperatorWait>[2]['decision']): Promise<void> {
  const wait = (await rt.waits()).find(({ type, status }) => type === 'operator' && status === 'WAITING');
  await rt.database.db.withTenant(rt.tenant, (tx) =>
    settleOperatorWait(tx, buildWriter(), { waitId: wait?.waitId ?? '', decision, reason: 'looked it up' }),
  );
  await rt.settle();
}
