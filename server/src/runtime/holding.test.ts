import { afterEach, expect, test } from 'vitest';
import { buildWriter } from '../testing/builders.ts';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';
import { assign, eventWait, increment } from '../testing/steps.ts';
import { claimRuns } from './claim-runs.ts';
import { settleOperatorWait } from './waits/settle-operator-wait.ts';

let rt: TestRuntime;
async function runtime(options: TestRuntimeOptions): Promise<TestRuntime> {
  rt = await createTestRuntime(options);
  return rt;
}
afterEach(() => rt.close());

const expireLeases = () =>
  rt.database.asOwner(
    `UPDATE workflow_runs SET lease_expires_at = now() - interval '1 second' WHERE status = 'RUNNING'`,
  );
const claim = (workerId: string, limit = 10) =>
  rt.database.db.withTenant(rt.tenant, (tx) => claimRuns(tx, { workerId, limit, limits: rt.context.limits }));

test('a run that somebody holds is not claimed again before the lease ends', async () => {
  await runtime({ steps: [] });
  await rt.request();

  expect(await claim('a')).toHaveLength(1);
  expect(await claim('b')).toEqual([]);
  await expireLeases();
  expect(await claim('b')).toMatchObject([{ fence: 2 }]);
});

test('of workers that claim at once each run goes to one', async () => {
  await runtime({ steps: [] });
  for (let index = 0; index < 40; index += 1) await rt.request();

  const claims = await Promise.all(Array.from({ length: 8 }, (_, index) => claim(`worker-${index}`, 5)));

  const ids = claims.flat().map(({ runId }) => runId);
  expect(new Set(ids).size).toBe(40);
});

test('a worker takes no more runs than it asks for, and the rest stay free', async () => {
  await runtime({ steps: [] });
  for (let index = 0; index < 10; index += 1) await rt.request();

  expect(await claim('a', 1)).toHaveLength(1);
  expect(await claim('b', 3)).toHaveLength(3);
  expect(await claim('c', 10)).toHaveLength(6);
});

test('a worker that was overtaken commits nothing', async () => {
  let overtake = async () => {};
  await runtime({
    steps: [increment('a', 'once')],
    racePoints: async (point) => {
      if (point === 'afterEffectBeforeCommit') await overtake();
    },
  });
  await rt.request();
  overtake = async () => {
    overtake = async () => {};
    await expireLeases();
    await claim('the other one');
  };

  await rt.settle();
  expect(await rt.run()).toMatchObject({ status: 'RUNNING', boundaries: 0 });
  expect(await rt.stored('counts', 'once')).toBeUndefined();

  await expireLeases();
  await rt.settle();
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
  expect(await rt.stored('counts', 'once')).toBe(1);
});

test('a run that is cancelled in the middle of a boundary writes nothing of it', async () => {
  let cancel = async () => {};
  await runtime({
    steps: [increment('a', 'once')],
    racePoints: async (point) => {
      if (point === 'afterEffectBeforeCommit') await cancel();
    },
  });
  cancel = () => rt.cancel();

  await rt.start();

  expect(await rt.run()).toMatchObject({ status: 'CANCELED', boundaries: 0 });
  expect(await rt.stored('counts', 'once')).toBeUndefined();
});

test('an answer that comes while the run is about to be parked is not slept over', async () => {
  let meanwhile = async () => {};
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: 'payload.tasks' },
    itemVar: 'task',
    concurrency: 2,
    body: [
      eventWait('w', { correlationKey: { $expr: 'vars.task' } }),
      increment('n', 'seen'),
      eventWait('w2', { correlationKey: { $expr: 'vars.task & "-again"' } }),
    ],
  };
  await runtime({
    steps: [loop],
    racePoints: async (point) => {
      if (point === 'afterEffectBeforeCommit') await meanwhile();
    },
  });
  await rt.start({ tasks: ['t-1', 't-2'] });
  meanwhile = async () => {
    meanwhile = async () => {};
    await rt.emit('TASK_SEEN', { taskId: 't-2' }, 't-2');
  };

  await rt.emit('TASK_SEEN', { taskId: 't-1' }, 't-1');

  expect(await rt.stored('counts', 'seen')).toBe(2);
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'event' });
});

test('a run that three claims did not get any further waits for an operator, who can let it go on', async () => {
  const crash = new Error('poison');
  let isPoison = true;
  await runtime({
    steps: [assign('a', { 'vars.x': '1' })],
    racePoints: (point) => {
      if (point === 'claimedBeforeAdvance' && isPoison) throw crash;
    },
  });
  await rt.request();
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(rt.settle()).rejects.toBe(crash);
    await expireLeases();
  }
  await rt.settle();
  expect(await rt.run()).toMatchObject({ status: 'WAITING', waitType: 'operator', waitReason: 'quarantined' });
  expect(await rt.logs()).toContain('RUN_QUARANTINED');

  isPoison = false;
  const [wait] = await rt.waits();
  await rt.database.db.withTenant(rt.tenant, (tx) =>
    settleOperatorWait(tx, buildWriter(), {
      waitId: wait?.waitId ?? '',
      decision: { type: 'release' },
      reason: 'fixed',
    }),
  );
  await rt.settle();
  expect(await rt.run()).toMatchObject({ status: 'SUCCEEDED' });
});

test('a run whose data outgrow the limit fails and says how large they are', async () => {
  const loop = {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: '[1..20]' },
    itemVar: 'n',
    body: [assign('a', { 'vars.text': '(vars.text ? vars.text : "x") & (vars.text ? vars.text : "x")' })],
  };
  await runtime({ steps: [loop], limits: { maxStateBytes: 100_000 } });

  await rt.start();

  expect(await rt.run()).toMatchObject({
    status: 'FAILED',
    error: { code: 'STATE_TOO_LARGE', details: { maxBytes: 100_000 } },
  });
});

test('a snapshot masks what the data ask to mask; the run goes on with the values themselves', async () => {
  const steps = [
    assign('a', { 'vars.card': '"4111"', 'meta.redactions': '["/vars/card"]' }),
    eventWait('w', { correlationKey: { $expr: '"t-1"' } }),
    assign('b', { 'vars.copy': 'vars.card' }),
  ];
  await runtime({ steps });
  await rt.start();
  await rt.emit('TASK_SEEN', { taskId: 't-1' }, 't-1');

  expect(await rt.run()).toMatchObject({ vars: { copy: '4111' } });
  const [first] = await rt.snapshots();
  expect(first).toMatchObject({ vars: { card: '[REDACTED]' } });
});

test('text that JSON in the database could not hold survives a wait', async () => {
  await runtime({
    steps: [
      assign('a', { 'vars.text': '"a\\u0000b"' }),
      eventWait('w', { correlationKey: { $expr: '"t-1"' } }),
      assign('b', { 'vars.same': 'vars.text' }),
    ],
  });
  await rt.start();

  await rt.emit('TASK_SEEN', { taskId: 't-1' }, 't-1');

  expect((await rt.run()).vars.same).toBe('a\u0000b');
});

test('a run that is over cannot be cancelled', async () => {
  await runtime({ steps: [] });
  await rt.start();

  await expect(rt.cancel()).rejects.toMatchObject({ code: 'RUN_NOT_CANCELABLE', details: { status: 'SUCCEEDED' } });
});

test('cancelling leaves an audit row, a line in the log and no open step', async () => {
  await runtime({ steps: [eventWait('w')] });
  const runId = await rt.start({ taskId: 't-1' });

  await rt.cancel(runId, 'not needed any more');

  expect(await rt.steps()).toMatchObject([{ status: 'CANCELED' }]);
  expect(await rt.logs()).toContain('RUN_CANCELED');
  expect(
    await rt.database.asOwner(`SELECT operation, reason FROM audit_logs WHERE record_id = $1`, [runId]),
  ).toMatchObject([{ operation: 'workflow_run_cancel', reason: 'not needed any more' }]);
});
