import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../kernel/clock.ts';
import { defineAction } from '../registry/define-action.ts';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';
import { call, eventWait, increment } from '../testing/steps.ts';
import { portsFactory } from '../wiring/create-ports.ts';
import type { RuntimeLimits } from './runtime-limits.ts';
import { createWorker, type Worker } from './worker.ts';

let rt: TestRuntime;
let worker: Worker;

async function working(options: TestRuntimeOptions, limits: Partial<RuntimeLimits> = {}): Promise<void> {
  rt = await createTestRuntime({ ...options, clock: systemClock });
  // Without a poll only signals and the alarm are left to wake it.
  worker = createWorker({
    platform: rt.platform,
    createPorts: portsFactory(rt.platform.config),
    limits: { pollMs: 3_600_000, ...limits },
  });
  worker.start();
}
afterEach(async () => {
  await worker.stop(100);
  await rt.close();
});

/** Asks again until the answer is right; as long as a busy machine may take. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 20_000, interval: 10 });
const status = async () => (await rt.run()).status;

test('a worker executes what is started while it runs, without polling', async () => {
  await working({ steps: [increment('a', 'a')] });

  await rt.request();

  await eventually(status).toBe('SUCCEEDED');
});

test('a worker wakes by itself when the next wait comes due', async () => {
  await working({
    steps: [{ id: 't', type: 'time.wait', config: { mode: 'duration', durationMs: 40 } }, increment('a', 'a')],
  });

  await rt.request();

  await eventually(status).toBe('SUCCEEDED');
});

test('an event wakes the worker that then goes on with the run', async () => {
  await working({ steps: [eventWait('w'), increment('a', 'a')] });
  await rt.request({ payload: { taskId: 't-1' } });
  await eventually(status).toBe('WAITING');

  await rt.post('TASK_SEEN', { taskId: 't-1' }, 't-1');

  await eventually(status).toBe('SUCCEEDED');
});

test('a worker finds what was left behind before it started', async () => {
  rt = await createTestRuntime({ steps: [increment('a', 'a')], clock: systemClock });
  await rt.request();

  worker = createWorker({ platform: rt.platform, createPorts: portsFactory(rt.platform.config) });
  worker.start();

  await eventually(status).toBe('SUCCEEDED');
});

/** A call to the outside that never ends by itself. */
function endlessAction() {
  const called = Promise.withResolvers<AbortSignal>();
  const action = defineAction({
    id: 'test.endless',
    version: 1,
    group: 'test',
    icon: 'flask',
    permission: null,
    effect: 'keyed',
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    examples: [{ input: {}, output: {} }],
    run: (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
        called.resolve(signal);
      }),
  });
  return { action, called: called.promise };
}

test('cancelling a run aborts its call to the outside at once', async () => {
  const { action, called } = endlessAction();
  await working({ steps: [call('e', 'test.endless')], actions: [action] });
  await rt.request();
  const signal = await called;

  await rt.cancel();

  await eventually(() => signal.aborted).toBe(true);
  expect(await rt.run()).toMatchObject({ status: 'CANCELED' });
  expect(await rt.invocations()).toMatchObject([{ status: 'IN_DOUBT' }]);
});

test('a branch goes on while a call of another branch is under way', async () => {
  const { action } = endlessAction();
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: '[1, 2]' },
    itemVar: 'n',
    concurrency: 2,
    body: [
      {
        id: 'i',
        type: 'control.if',
        condition: { $expr: 'vars.n = 1' },
        then: [call('e', 'test.endless')],
        else: [eventWait('w'), increment('a', 'beside')],
      },
    ],
  };
  await working({ steps: [loop], actions: [action] });
  await rt.request({ payload: { taskId: 't-1' } });
  await eventually(async () => (await rt.waits()).length).toBe(1);

  await rt.post('TASK_SEEN', { taskId: 't-1' }, 't-1');

  await eventually(() => rt.stored('counts', 'beside')).toBe(1);
});

test('a long call keeps its run by the heartbeat', async () => {
  const { action, called } = endlessAction();
  await working({ steps: [call('e', 'test.endless')], actions: [action] }, { leaseMs: 200, heartbeatMs: 40 });
  await rt.request();
  const signal = await called;
  const lease = async () =>
    (
      await rt.database.asOwner<{ until: Date }>('SELECT lease_expires_at AS until FROM workflow_runs')
    )[0]?.until.getTime() ?? 0;
  const first = await lease();

  await eventually(lease).toBeGreaterThan(first + 400);

  expect(signal.aborted).toBe(false);
});

test('a worker that stops gives its runs back for the next one', async () => {
  await working({
    steps: [
      { id: 'each', type: 'control.forEach', items: { $expr: '[1..400]' }, itemVar: 'n', body: [increment('a', 'a')] },
    ],
  });
  await rt.request();
  await eventually(async () => (await rt.run()).boundaries).toBeGreaterThan(0);

  await worker.stop();

  const [row] = await rt.database.asOwner('SELECT lease_owner, claims_without_progress FROM workflow_runs');
  expect(row).toEqual({ lease_owner: null, claims_without_progress: 0 });
  await rt.settle();
  expect(await status()).toBe('SUCCEEDED');
  expect(await rt.stored('counts', 'a')).toBe(400);
});

test('the database goes away in the middle of the work and comes back: nothing is lost and nothing done twice', async () => {
  await working(
    {
      steps: [
        increment('a', 'a'),
        { id: 'each', type: 'control.forEach', items: { $expr: '[1..60]' }, itemVar: 'n', body: [increment('b', 'b')] },
      ],
    },
    { pollMs: 50 },
  );
  for (let index = 0; index < 20; index += 1) await rt.request();

  const isOver = async () => (await rt.runsOf('main')).every((run) => run.status === 'SUCCEEDED');

  for (let outage = 0; outage < 6; outage += 1) {
    const before = await rt.stored('counts', 'b');
    await expect.poll(async () => (await rt.stored('counts', 'b')) !== before || (await isOver())).toBe(true);
    await rt.database.asOwner(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'penstock'`,
    );
  }

  await eventually(isOver).toBe(true);
  expect(await rt.stored('counts', 'a')).toBe(20);
  expect(await rt.stored('counts', 'b')).toBe(1200);
});
