import { afterEach, expect, test } from 'vitest';
import { noCausation } from '../kernel/actor.ts';
import { admitQueuedRuns } from '../runs/admit-queued-runs.ts';
import { startLimitsOf } from '../runs/start-limits.ts';
import { startRun } from '../runs/start-run.ts';
import { createTestRuntime, type TestRuntime, type TestRuntimeOptions } from '../testing/create-test-runtime.ts';
import { assign, call, eventWait } from '../testing/steps.ts';
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts';
import { admitAllTenants } from './admit-all-tenants.ts';

let rt: TestRuntime;
async function runtime(options: TestRuntimeOptions): Promise<TestRuntime> {
  rt = await createTestRuntime(options);
  return rt;
}
afterEach(() => rt.close());

const limited = { steps: [eventWait('w')], concurrencyLimit: 2 };
const statuses = async () => (await rt.runsOf('main')).map(({ status }) => status);
async function startThree(): Promise<string[]> {
  const ids = [];
  for (const taskId of ['t-1', 't-2', 't-3']) {
    ids.push(await rt.start({ taskId }));
    rt.clock.advance(1);
  }
  return ids;
}

test('over its concurrency limit a run is queued, and begins when another one ends', async () => {
  await runtime({ definition: limited });
  await startThree();
  expect(await statuses()).toEqual(['WAITING', 'WAITING', 'QUEUED']);

  await rt.emit('TASK_SEEN', { taskId: 't-2' }, 't-2');

  expect(await statuses()).toEqual(['WAITING', 'SUCCEEDED', 'WAITING']);
});

test('the place of a run that fails or is cancelled is free again', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 1, steps: [eventWait('w'), call('x', 'no.such')] } });
  const [first, second] = await startThree();

  await rt.cancel(first);
  expect(await statuses()).toEqual(['CANCELED', 'WAITING', 'QUEUED']);
  await rt.emit('TASK_SEEN', { taskId: 't-2' }, 't-2');

  expect(await rt.run(second)).toMatchObject({ status: 'FAILED' });
  expect(await statuses()).toEqual(['CANCELED', 'FAILED', 'WAITING']);
});

test('cancelling a queued run does not begin another one over the limit', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 1 } });
  const [, second] = await startThree();

  await rt.cancel(second);

  expect(await statuses()).toEqual(['WAITING', 'CANCELED', 'QUEUED']);
});

test('a worker that dies does not free a place, and the run that goes on keeps its own', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 1 } });
  await rt.request({ payload: { taskId: 't-1' } });
  await rt.request({ payload: { taskId: 't-2' } });
  await rt.database.asOwner(
    `UPDATE workflow_runs SET lease_owner = 'dead', lease_expires_at = now() - interval '1 second' WHERE status = 'RUNNING'`,
  );

  await rt.settle();

  expect(await statuses()).toEqual(['WAITING', 'QUEUED']);
});

test('who is queued goes before who comes later, even when a place is free', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 1 } });
  await startThree();
  await rt.database.asOwner('UPDATE workflow_definitions SET concurrency_limit = 2');

  await rt.start({ taskId: 't-4' });
  expect(await statuses()).toEqual(['WAITING', 'QUEUED', 'QUEUED', 'QUEUED']);

  await admitAllTenants(rt.database.db);
  expect(await statuses()).toEqual(['WAITING', 'RUNNING', 'QUEUED', 'QUEUED']);
});

test('of many starts at once no more than the limit begin', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 3 } });

  await Promise.all(
    Array.from({ length: 12 }, (_, index) => rt.request({ payload: { taskId: `t-${index}` }, isDirect: false })),
  );

  expect((await statuses()).filter((status) => status === 'RUNNING')).toHaveLength(3);
  await rt.settle();
  for (let index = 0; index < 12; index += 1) {
    await rt.emit('TASK_SEEN', { taskId: `t-${index}` }, `t-${index}`);
    await rt.emit('TASK_SEEN', { taskId: `t-${index}` }, `t-${index}`);
  }
  const ended = await statuses();
  expect(ended).not.toContain('RUNNING');
});

test('a start counts the one before it, however long that takes to commit', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 1 } });
  const limits = startLimitsOf(rt.platform.config);
  const common = { workflow: { workflowKey: 'main' }, trigger: { type: 'manual' as const }, causation: noCausation };
  const hasCounted = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();

  const first = rt.platform.db.withTenant(rt.tenant, async (tx) => {
    await startRun(tx, { ...common, payload: {}, limits, isDirect: false });
    hasCounted.resolve();
    await mayCommit.promise;
  });
  await hasCounted.promise;
  const second = rt.request({ isDirect: false });
  await untilSomebodyWaits(rt.database);
  mayCommit.resolve();
  await Promise.all([first, second]);

  expect(await statuses()).toEqual(expect.arrayContaining(['RUNNING', 'QUEUED']));
});

test('a paused workflow starts nothing and admits nobody until it goes on', async () => {
  await runtime({ definition: { ...limited, concurrencyLimit: 1 } });
  const [first] = await startThree();
  await rt.database.asOwner('UPDATE workflow_definitions SET is_paused = true');

  await rt.cancel(first);
  expect(await statuses()).toEqual(['CANCELED', 'QUEUED', 'QUEUED']);
  expect(await rt.request()).toMatchObject({ outcome: 'refused', error: { code: 'WORKFLOW_PAUSED' } });

  await rt.database.asOwner('UPDATE workflow_definitions SET is_paused = false');
  const [row] = await rt.database.asOwner<{ workflow_id: string }>('SELECT workflow_id FROM workflow_definitions');
  const admitted = await rt.database.db.withTenant(rt.tenant, (tx) => admitQueuedRuns(tx, row?.workflow_id ?? ''));
  expect(admitted).toHaveLength(1);
});

const schema = { type: 'object', properties: { n: { type: 'number' } }, required: ['n'], additionalProperties: false };

test('a payload that does not fit the contract is refused by name and leaves a failed run to look at', async () => {
  await runtime({ definition: { steps: [], payloadSchema: schema } });

  const result = await rt.request({ payload: { n: 'text' } });

  expect(result).toMatchObject({
    outcome: 'refused',
    error: { code: 'RUN_PAYLOAD_INVALID', details: { issues: [{ path: '/n' }] } },
  });
  expect(await rt.run()).toMatchObject({ status: 'FAILED', error: { code: 'RUN_PAYLOAD_INVALID' } });
});

test('a payload over the limit is refused and nothing is written', async () => {
  await runtime({ steps: [] });

  const result = await rt.request({ payload: 'x'.repeat(600_000) });

  expect(result).toMatchObject({
    outcome: 'refused',
    error: { code: 'PAYLOAD_TOO_LARGE', details: { maxBytes: 524_288 } },
  });
  expect(await statuses()).toEqual([]);
});

test('direct starts over the rate are refused until the window ends', async () => {
  await runtime({ steps: [assign('a', { 'vars.x': '1' })] });
  const limits = { maxPayloadBytes: 1_000, rate: { points: 2, durationSeconds: 60 } };
  await rt.request({ limits });
  await rt.request({ limits });
  rt.clock.advance(20_000);

  expect(await rt.request({ limits })).toMatchObject({
    outcome: 'refused',
    error: { code: 'RATE_LIMITED', details: { retryAfterSeconds: 40 } },
  });
  expect(await rt.request({ limits, isDirect: false })).toMatchObject({ outcome: 'started' });
  rt.clock.advance(40_000);
  expect(await rt.request({ limits })).toMatchObject({ outcome: 'started' });
});

test('two starts with the same fire key are one run', async () => {
  await runtime({ steps: [] });
  const trigger = { type: 'schedule' as const, fireKey: 'schedule-1 09:00' };

  const [first, second] = await Promise.all([rt.request({ trigger }), rt.request({ trigger })]);

  expect([first?.outcome, second?.outcome].sort()).toEqual(['duplicate', 'started']);
  expect(await statuses()).toHaveLength(1);
});

test('workflows and versions that are not there are refused by name', async () => {
  await runtime({ steps: [] });

  expect(await rt.request({ key: 'nothing' })).toMatchObject({
    error: { code: 'NOT_FOUND', details: { id: 'nothing' } },
  });
  expect(await rt.request({ version: 7 })).toMatchObject({ error: { code: 'NOT_FOUND', details: { id: 'main 7' } } });
});
