import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { executeReady } from '../runtime/execute-ready.ts';
import type { TestRuntime } from '../testing/create-test-runtime.ts';
import { createMirrorWorld, type MirrorWorld } from '../testing/mirror-world.ts';
import { untilSomebodyWaits } from '../testing/until-somebody-waits.ts';
import { type DemoBundle, readDemoBundle } from './demo-bundles.ts';

let world: MirrorWorld;
let runtime: TestRuntime;
/** What a run does when a step of it has written and not committed yet. */
let afterWriting: (runId: string) => Promise<void>;

beforeEach(async () => {
  afterWriting = async () => undefined;
  world = await createMirrorWorld({
    racePoints: (point, runId) => (point === 'afterEffectBeforeCommit' ? afterWriting(runId) : undefined),
  });
  runtime = world.runtime;
});
afterEach(() => runtime.close());

const load = (name: DemoBundle) => world.load(readDemoBundle(name));
const titlesOf = async (project: string) => (await world.tasksOf(project)).map(({ title }) => title);
const statesOf = async (key: string) => {
  const states = [];
  for (const { runId } of await runtime.runsOf(key)) states.push((await runtime.run(runId)).meta.state);
  return states;
};
const statusesOf = async (key: string) => (await runtime.runsOf(key)).map(({ status }) => status);

describe('an overdue invoice', () => {
  const CHASE = 'invoices.chase-once';
  const invoice = {
    invoiceId: '018f2f5e-0000-7000-8000-0000000000e1',
    invoiceNumber: 'INV-7',
    dueDate: '2026-02-20',
    amountDue: '99.00',
    currency: 'EUR',
    daysOverdue: 9,
  };
  let project: string;

  beforeEach(async () => {
    await load('invoice-chasing');
    project = await world.project('Kestrel internal');
  });

  test('is chased once, also when it is told again a day later', async () => {
    await runtime.emit('INVOICE_OVERDUE', invoice);
    await runtime.tick('1d');
    await runtime.emit('INVOICE_OVERDUE', { ...invoice, daysOverdue: 10 });

    expect(await titlesOf(project)).toEqual(['Chase invoice INV-7']);
    expect(await statesOf(CHASE)).toEqual(['CHASED', 'ALREADY_CHASED']);
  });

  test('is chased once when two events race, and the slower run sees who was first', async () => {
    await runtime.post('INVOICE_OVERDUE', invoice);
    const steps = new Map<string, number>();
    const { context, tenant } = runtime;
    let second: Promise<number> | null = null;
    const tellAgain = async () => {
      await runtime.post('INVOICE_OVERDUE', { ...invoice, daysOverdue: 10 });
      return executeReady(context, tenant);
    };
    afterWriting = async (runId) => {
      const done = (steps.get(runId) ?? 0) + 1;
      steps.set(runId, done);
      if (done !== 2 || second !== null) return;
      // It has remembered the invoice and not committed; another worker's run comes to the same entry now.
      second = tellAgain();
      await untilSomebodyWaits(runtime.database);
    };

    await executeReady(context, tenant);
    await second;
    await runtime.settle();

    expect(await titlesOf(project)).toEqual(['Chase invoice INV-7']);
    expect((await statesOf(CHASE)).sort()).toEqual(['ALREADY_CHASED', 'CHASED']);
    expect(new Set(await statusesOf(CHASE))).toEqual(new Set(['SUCCEEDED']));
  });

  test('is chased again when 90 days have passed', async () => {
    await runtime.emit('INVOICE_OVERDUE', invoice);
    await runtime.tick('91d');
    await runtime.emit('INVOICE_OVERDUE', { ...invoice, daysOverdue: 100 });

    expect(await statesOf(CHASE)).toEqual(['CHASED', 'CHASED']);
  });

  test('of a project that is not there fails and remembers nothing, so it can be told again', async () => {
    await runtime.emit('INVOICE_OVERDUE', { ...invoice, projectName: 'Office move' });
    expect(await statusesOf(CHASE)).toEqual(['FAILED']);
    expect(await runtime.stored('invoice-dunning-sent', invoice.invoiceId)).toBeUndefined();

    const late = await world.project('Office move');
    await runtime.emit('INVOICE_OVERDUE', { ...invoice, projectName: 'Office move' });

    expect(await titlesOf(late)).toEqual(['Chase invoice INV-7']);
  });
});

describe('the counter of tasks', () => {
  test('counts every task of each project, mirrors too', async () => {
    await load('task-counter');
    const a = await world.project('A');
    const b = await world.project('B');
    for (const title of ['One', 'Two', 'Three']) await world.create({ projectId: a, title });
    await world.create({ projectId: b, title: 'Other' });

    expect(await runtime.stored('task-counts', 'A')).toBe(3);
    expect(await runtime.stored('task-counts', 'B')).toBe(1);
  });
});

describe('what changed since last time', () => {
  const DIGEST = 'tasks.what-changed';
  const noted = () =>
    runtime.database.asOwner<{ title: string; ttl: number }>(
      `SELECT value ->> 'title' AS title, extract(epoch FROM expires_at - updated_at)::int AS ttl
       FROM workflow_data_store WHERE namespace = 'task-digest' ORDER BY updated_at, title`,
    );
  const digest = async () => {
    await runtime.tick('1m');
    const runId = await runtime.start({}, DIGEST);
    return (await runtime.run(runId)).vars.changed as { task_name: string }[];
  };

  test('lists every task the first time, later only those that changed, and moves its cursor', async () => {
    await load('task-digest');
    const projectId = await world.project('A');
    const first = await world.create({ projectId, title: 'One' });
    await runtime.tick('1m');
    await world.create({ projectId, title: 'Two' });

    expect((await digest()).map((task) => task.task_name)).toEqual(['One', 'Two']);
    const cursor = await runtime.stored('sync-cursor', 'task-digest');
    expect(await digest()).toEqual([]);
    expect(await runtime.stored('sync-cursor', 'task-digest')).toBe(cursor);

    await world.change(first.taskId, { title: 'One, changed' });
    expect((await digest()).map((task) => task.task_name)).toEqual(['One, changed']);
    expect(String(await runtime.stored('sync-cursor', 'task-digest')) > String(cursor)).toBe(true);
    expect(await statesOf(DIGEST)).toEqual(['MOVED', 'UP_TO_DATE', 'MOVED']);
  });

  test('does not move back a cursor that another run moved meanwhile', async () => {
    await load('task-digest');
    await world.create({ projectId: await world.project('A'), title: 'One' });
    let overtaking: Promise<string> | null = null;
    let moved: unknown;
    afterWriting = async () => {
      if (overtaking !== null) return;
      // It has read the cursor; now another run goes all the way.
      overtaking = runtime.start({}, DIGEST);
      await overtaking;
      moved = await runtime.stored('sync-cursor', 'task-digest');
    };

    const slow = await runtime.start({}, DIGEST);

    expect(await runtime.run(slow)).toMatchObject({
      status: 'FAILED',
      error: { code: 'STORE_REVISION_CONFLICT', stepId: 'move-cursor' },
    });
    expect(moved).toBeDefined();
    expect(await runtime.stored('sync-cursor', 'task-digest')).toBe(moved);
  });

  test('its notes expire after a day, its cursor does not', async () => {
    await load('task-digest');
    await world.create({ projectId: await world.project('A'), title: 'One' });
    await digest();

    expect(await noted()).toEqual([{ title: 'One', ttl: 86_400 }]);
    expect(
      await runtime.database.asOwner("SELECT expires_at FROM workflow_data_store WHERE namespace = 'sync-cursor'"),
    ).toEqual([{ expires_at: null }]);
  });
});

describe('a task that waits for the client', () => {
  const WAIT = 'tasks.wait-for-client';
  let projectId: string;
  let taskId: string;

  beforeEach(async () => {
    await load('client-wait');
    projectId = await world.project('A');
    ({ taskId } = await world.create({ projectId, title: 'Approve the colours' }));
  });

  test('keeps its run waiting until the task moves on', async () => {
    await world.change(taskId, { status: 'Waiting for client' });
    expect(await statusesOf(WAIT)).toEqual(['WAITING']);
    await world.change(taskId, { title: 'Approve the colours and the fonts' });
    expect(await statusesOf(WAIT)).toEqual(['WAITING']);

    await world.change(taskId, { status: 'done' });

    const [run] = await runtime.runsOf(WAIT);
    expect(await runtime.run(run?.runId)).toMatchObject({
      status: 'SUCCEEDED',
      meta: { state: 'ANSWERED' },
      vars: { newStatus: 'done' },
    });
    await runtime.tick('3d');
    expect(await titlesOf(projectId)).toEqual(['Approve the colours and the fonts']);
  });

  test('gets a task to call after two days, linked to it', async () => {
    await world.change(taskId, { status: 'Waiting for client' });
    await runtime.tick('47h');
    expect(await titlesOf(projectId)).toEqual(['Approve the colours']);
    await runtime.tick('2h');

    const [, call] = await world.tasksOf(projectId);
    expect(call).toMatchObject({ title: 'Call the client: Approve the colours' });
    expect(await statesOf(WAIT)).toEqual(['FOLLOWED_UP']);
    expect(await runtime.database.asOwner('SELECT left_id, right_id, relation FROM workflow_entity_links')).toEqual([
      { left_id: taskId, right_id: call?.taskId, relation: 'followed_up_by' },
    ]);
  });

  test('is waited for once: its mirror is not', async () => {
    await load('project-task-mirror');
    const target = await world.project('B');
    await world.mirrorTo(projectId, target);
    const task = await world.create({ projectId, title: 'Get the logo' });

    await world.change(task.taskId, { status: 'Waiting for client' });

    expect(await world.tasksOf(target)).toMatchObject([{ status: 'Waiting for client' }]);
    expect((await statusesOf(WAIT)).sort()).toEqual(['SUCCEEDED', 'WAITING']);
  });
});

describe('the kick-off', () => {
  test('gives a client project its standard tasks with due dates, and an internal one nothing', async () => {
    await load('project-kick-off');
    const client = await world.project('Harbourline IT: Office move');
    const internal = await world.project('Kestrel internal');

    expect(await world.tasksOf(client)).toMatchObject([
      { title: 'Agree on scope and dates', dueDate: '2026-03-08' },
      { title: 'Collect accesses and contacts', dueDate: '2026-03-11' },
      { title: 'Plan the hand-over', dueDate: '2026-03-31' },
    ]);
    expect(await world.tasksOf(internal)).toEqual([]);
  });
});

describe('the field map of a link', () => {
  test('says which fields follow: what is not in it stays as it is in the mirror', async () => {
    await load('project-task-mirror');
    const a = await world.project('A');
    const b = await world.project('B');
    await world.mirrorTo(a, b);
    const task = await world.create({ projectId: a, title: 'One' });
    await runtime.database.asOwner(
      `UPDATE workflow_entity_links SET attributes = '{"fieldMap": {"title": "task_name"}}'`,
    );

    await world.change(task.taskId, { title: 'Two', status: 'done' });

    expect(await world.tasksOf(b)).toMatchObject([{ title: 'Two', status: 'open' }]);
  });

  test('of a link that has none, all fields follow', async () => {
    await load('project-task-mirror');
    const a = await world.project('A');
    const b = await world.project('B');
    await world.mirrorTo(a, b);
    const task = await world.create({ projectId: a, title: 'One' });
    await runtime.database.asOwner(`UPDATE workflow_entity_links SET attributes = '{}'`);

    await world.change(task.taskId, { title: 'Two', status: 'done' });

    expect(await world.tasksOf(b)).toMatchObject([{ title: 'Two', status: 'done' }]);
  });
});
