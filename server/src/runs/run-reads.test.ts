import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts';
import { findLatestRun } from './find-latest-run.ts';
import { getRun } from './get-run.ts';
import { listRunEvents } from './list-run-events.ts';
import { listRunInvocations } from './list-run-invocations.ts';
import { listRunLogs } from './list-run-logs.ts';
import { listRunSnapshots } from './list-run-snapshots.ts';
import { listRunSteps } from './list-run-steps.ts';
import { listRunTimeline } from './list-run-timeline.ts';
import { listRunWaits } from './list-run-waits.ts';
import { type ListRunsInput, listRuns } from './list-runs.ts';
import type { RunView } from './redact-run.ts';
import { summarizeRuns } from './summarize-runs.ts';

let runtime: TestRuntime;
let finished: string;
let waiting: string;

const steps = [
  {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: '[1, 2]' },
    itemVar: 'item',
    body: [
      {
        id: 'keep',
        type: 'action.call',
        config: {
          actionId: 'store.set',
          version: 1,
          inputMapping: {
            namespace: 'n',
            key: { $expr: 'toString(vars.item)' },
            value: { apiKey: 'k', item: { $expr: 'vars.item' } },
          },
        },
      },
    ],
  },
];
const waitStep = { id: 'rest', type: 'time.wait', config: { mode: 'duration', durationMs: 60_000 } };

beforeAll(async () => {
  runtime = await createTestRuntime({ steps, others: [{ key: 'waits', steps: [waitStep] }] });
  finished = await runtime.start({ secretText: 'x', title: 'Order' });
  runtime.clock.advance(1000);
  waiting = await runtime.start({}, 'waits');
});
afterAll(() => runtime.close());

const tx = <T>(work: Parameters<TestRuntime['platform']['db']['withTenant']>[1], tenant = runtime.tenant) =>
  runtime.platform.db.withTenant(tenant, work) as Promise<T>;
type Prisma = Parameters<Parameters<TestRuntime['platform']['db']['prismaForTenant']>[1]>[0];
const ofRun = <T>(
  read: (
    prisma: Prisma,
    tenant: string,
    input: { runId: string; view: RunView; limit: number; cursor?: string | undefined },
  ) => Promise<T>,
  over: { runId?: string; view?: RunView; limit?: number; cursor?: string } = {},
  tenant = runtime.tenant,
) =>
  runtime.platform.db.prismaForTenant(tenant, (prisma) =>
    read(prisma, tenant, { runId: finished, view: 'full', limit: 100, ...over }),
  );
const calls = (view: RunView) =>
  runtime.platform.db.withTenant(runtime.tenant, (t) => listRunInvocations(t, { runId: finished, view, limit: 100 }));
const list = (over: Partial<ListRunsInput> = {}) =>
  runtime.platform.db.withTenant(runtime.tenant, (t) => listRuns(t, { view: 'full', limit: 100, ...over }));

describe('the list of runs', () => {
  test('is newest first and filters by status, workflow, version and time', async () => {
    expect((await list()).items.map((run) => run.runId)).toEqual([waiting, finished]);
    expect((await list({ status: ['SUCCEEDED', 'FAILED'] })).items.map((run) => run.runId)).toEqual([finished]);
    expect((await list({ workflowId: 'waits' })).items.map((run) => run.workflowKey)).toEqual(['waits']);
    expect((await list({ workflowId: 'waits', version: 2 })).items).toEqual([]);
    const [newest] = (await list()).items;
    expect((await list({ from: newest?.startedAt ?? '' })).items.map((run) => run.runId)).toEqual([waiting]);
    expect((await list({ to: newest?.startedAt ?? '' })).items.map((run) => run.runId)).toEqual([finished]);
  });

  test('finds a run by its id and pages without a repeat', async () => {
    expect((await list({ search: finished })).items.map((run) => run.runId)).toEqual([finished]);
    const first = await list({ limit: 1 });
    const second = await list({ limit: 1, cursor: first.nextCursor ?? '' });

    expect([...first.items, ...second.items].map((run) => run.runId)).toEqual([waiting, finished]);
    expect(second.nextCursor).toBeNull();
  });

  test('finds runs by the correlation key of the event that started them, and says what the event was', async () => {
    const world = await createTestRuntime({
      definition: {
        payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
        trigger: { type: 'event', eventName: 'PROJECT_TASK_CREATED' },
        steps: [],
      },
    });
    try {
      const taskId = world.database.ids.next();
      await world.emit('PROJECT_TASK_CREATED', { taskId, projectId: taskId, title: 'x', status: 'open' }, 'corr-1');
      const db = world.platform.db;
      const found = await db.withTenant(world.tenant, (t) =>
        listRuns(t, { view: 'full', limit: 10, search: 'corr-1' }),
      );
      expect(found.items).toMatchObject([
        { eventType: 'PROJECT_TASK_CREATED', correlationKey: 'corr-1', triggerType: 'event' },
      ]);
      const runId = found.items[0]?.runId ?? '';
      const events = await db.withTenant(world.tenant, (t) => listRunEvents(t, { runId, view: 'full' }));
      expect(events.items).toMatchObject([
        { role: 'trigger', eventName: 'PROJECT_TASK_CREATED', payload: { title: 'x' } },
      ]);
    } finally {
      await world.close();
    }
  });

  test('is counted by status', async () => {
    expect(await runtime.platform.db.withTenant(runtime.tenant, (t) => summarizeRuns(t, {}))).toEqual({
      total: 2,
      byStatus: { QUEUED: 0, RUNNING: 0, WAITING: 1, SUCCEEDED: 1, FAILED: 0, CANCELED: 0 },
      stuck: 0,
    });
    expect(await tx(async (t) => (await findLatestRun(t, { view: 'full' }))?.runId)).toBe(waiting);
    expect(await tx(async (t) => findLatestRun(t, { view: 'full', workflowId: 'nobody' }))).toBeNull();
  });
});

describe('one run', () => {
  test('says what it waits for, since when and until when', async () => {
    const run = await runtime.platform.db.withTenant(runtime.tenant, (t) =>
      getRun(t, { runId: waiting, view: 'full' }),
    );

    expect(run).toMatchObject({ status: 'WAITING', waitType: 'time', workflowKey: 'waits', isStuck: false });
    expect(run.waitingFor).toMatchObject([{ type: 'time', stepId: 'rest', unblockedBy: { kind: 'clock' } }]);
    const [wait] = run.waitingFor;
    expect(Date.parse(wait?.until ?? '') - Date.parse(wait?.since ?? '')).toBe(60_000);
    expect((await ofRun(listRunWaits, { runId: waiting })).items).toMatchObject([
      { waitType: 'time', status: 'WAITING' },
    ]);
  });

  test('shows its steps in order, with their iterations', async () => {
    const { items } = await ofRun(listRunSteps);

    expect(items.map((step) => step.stepId)).toEqual(['each', 'keep', 'keep']);
    expect(new Set(items.map((step) => step.iterationKey)).size).toBe(3);
    expect(items.every((step) => step.status === 'SUCCEEDED')).toBe(true);
    const first = await ofRun(listRunSteps, { limit: 2 });
    const second = await ofRun(listRunSteps, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
  });

  test('shows its calls with names of secrets masked', async () => {
    const { items } = await calls('full');

    expect(items).toMatchObject([
      { actionId: 'store.set', status: 'SUCCEEDED', input: { key: '1', value: { apiKey: '***', item: 1 } } },
      { actionId: 'store.set', input: { key: '2' }, output: { created: true } },
    ]);
  });

  test('shows the calls of one step in one pass alone', async () => {
    const [, second] = (await calls('full')).items;
    const { stepPath = '', iterationKey = '' } = second ?? {};
    const found = await runtime.platform.db.withTenant(runtime.tenant, (t) =>
      listRunInvocations(t, { runId: finished, view: 'full', limit: 100, stepPath, iterationKey }),
    );

    expect(found.items).toEqual([second]);
  });

  test('shows whoever may not manage its course without its data', async () => {
    const run = await runtime.platform.db.withTenant(runtime.tenant, (t) =>
      getRun(t, { runId: finished, view: 'reduced' }),
    );

    expect(run.input).toEqual({ redacted: true });
    expect((await calls('reduced')).items[0]).toMatchObject({
      input: { redacted: true },
      output: { redacted: true },
      status: 'SUCCEEDED',
    });
    const snapshots = await ofRun(listRunSnapshots, { view: 'reduced' });
    expect(snapshots.items[0]?.envelope).toMatchObject({ payload: { redacted: true }, vars: { redacted: true } });
  });

  test('tells whoever may not manage that a step failed, not what the error said', async () => {
    const failing = {
      id: 'bad',
      type: 'action.call',
      config: {
        actionId: 'store.increment',
        version: 1,
        inputMapping: { namespace: 'n', key: { $expr: 'payload.key' } },
      },
      onError: { policy: 'continue' },
    };
    const world = await createTestRuntime({ steps: [failing] });
    try {
      const runId = await world.start({ key: ['private'] });
      const of = (view: RunView) => ({ runId, view, limit: 10 });
      const { db } = world.platform;
      const logs = (view: RunView) =>
        db.prismaForTenant(world.tenant, (prisma) => listRunLogs(prisma, world.tenant, of(view)));
      const timeline = await db.withTenant(world.tenant, (t) => listRunTimeline(t, of('reduced')));

      expect((await logs('full')).items).toMatchObject([{ code: 'STEP_ERROR_CONTINUED', context: { stepId: 'bad' } }]);
      expect((await logs('full')).items[0]?.context).toHaveProperty('message');
      expect((await logs('reduced')).items[0]?.context).toEqual({
        stepId: 'bad',
        nodePath: 'root.steps[0]',
        code: 'INVALID_INPUT',
      });
      expect(timeline.items.filter(({ kind }) => kind === 'log')).toHaveLength(1);
      expect(JSON.stringify(timeline)).not.toContain('message');
    } finally {
      await world.close();
    }
  });

  test('has its newest envelope first', async () => {
    const { items } = await ofRun(listRunSnapshots);

    expect(items.length).toBeGreaterThan(0);
    expect(items[0]?.envelope).toMatchObject({ payload: { secretText: '***', title: 'Order' } });
    expect(items.map((item) => item.boundary)).toEqual(items.map((item) => item.boundary).toSorted((a, b) => b - a));
  });

  test('has one timeline of steps, calls, waits and log lines, which pages without a gap', async () => {
    const read = (limit: number, cursor?: string) =>
      runtime.platform.db.withTenant(runtime.tenant, (t) =>
        listRunTimeline(t, { runId: finished, view: 'full', limit, ...(cursor === undefined ? {} : { cursor }) }),
      );
    const whole = await read(100);
    const kinds = new Set(whole.items.map((item) => item.kind));
    expect(kinds.has('step') && kinds.has('call')).toBe(true);
    const logs = await ofRun(listRunLogs);
    expect(whole.items.filter((item) => item.kind === 'log')).toHaveLength(logs.items.length);

    const paged = [];
    let cursor: string | undefined;
    do {
      const page = await read(2, cursor);
      paged.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(whole.items);
  });

  test.each(['not-an-id', '00000000-0000-7000-8000-000000000000'])(
    'that is not there (%s) is not found',
    async (runId) => {
      await expect(tx((t) => getRun(t, { runId, view: 'full' }))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(ofRun(listRunSteps, { runId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(tx((t) => listRunTimeline(t, { runId, view: 'full', limit: 1 }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    },
  );

  test('of another tenant is not found', async () => {
    const { otherTenant } = runtime.database;

    await expect(tx((t) => getRun(t, { runId: finished, view: 'full' }), otherTenant)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(ofRun(listRunLogs, {}, otherTenant)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
