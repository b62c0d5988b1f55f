import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import type { Writer } from '../kernel/actor.ts';
import { silentLogger } from '../kernel/logger.ts';
import { createTask } from '../records/project-tasks/create-task.ts';
import { updateTask } from '../records/project-tasks/update-task.ts';
import { createProject } from '../records/projects/create-project.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { insertWorkflow } from '../testing/insert-workflow.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createEventDispatcher, type EventDispatcher } from './event-dispatcher.ts';
import type { EventServices } from './event-services.ts';
import { sendEvent, sendEvents } from './send-event.ts';

const clock = createFakeClock();
const writer = buildWriter();
const services: EventServices = {
  registry: createRegistry(catalogue),
  limits: { maxPayloadBytes: 524_288, rate: { points: 1, durationSeconds: 60 } },
};
let database: TestDatabase;
let projectId: string;
const started: EventDispatcher[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.truncate();
  ({ projectId } = await inTenant((tx) => createProject(tx, writer, { name: 'Move' })));
  await newDispatcher().runOnce();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((dispatcher) => dispatcher.stop()));
});

const inTenant = <T>(work: Parameters<typeof database.db.withTenant<T>>[1]) =>
  database.db.withTenant(database.tenant, work);
const newDispatcher = () =>
  createEventDispatcher({ db: database.db, signals: database.signals, logger: silentLogger }, services);
const subscribe = (key: string, eventName: string, payloadSchemaRef: string) =>
  inTenant((tx) => insertWorkflow(tx, { key, eventName, payloadSchemaRef }));
const addTask = (by: Writer = writer, title = 'Order desks') =>
  inTenant((tx) => createTask(tx, by, { projectId, title }));
const runs = () =>
  database.asOwner<{
    run_id: string;
    trigger_event_id: string;
    causation_depth: number;
    causation_chain: string[];
    workflow_id: string;
  }>('SELECT * FROM workflow_runs ORDER BY run_id');
const statuses = async () => {
  const rows = await database.asOwner<{ status: string }>('SELECT DISTINCT status FROM workflow_runtime_events');
  return rows.map(({ status }) => status);
};

describe('what records tell', () => {
  test('starts the workflows that it triggers after the change has committed', async () => {
    await subscribe('on-task', 'PROJECT_TASK_CREATED', 'payload.ProjectTaskCreated.v1');
    const { taskId } = await addTask();
    expect(await runs()).toEqual([]);

    expect(await newDispatcher().runOnce()).toBe(1);

    expect(await runs()).toMatchObject([{ input_json: { taskId, title: 'Order desks' }, causation_depth: 1 }]);
    expect(await statuses()).toEqual(['dispatched']);
    expect(await newDispatcher().runOnce()).toBe(0);
  });

  test('reaches a dispatcher at once, without its poll', async () => {
    await subscribe('on-task', 'PROJECT_TASK_CREATED', 'payload.ProjectTaskCreated.v1');
    const dispatcher = newDispatcher();
    started.push(dispatcher);
    dispatcher.start();
    const { promise: dispatched, resolve } = Promise.withResolvers<void>();
    const stop = database.signals.subscribe(({ kind }) => kind === 'work' && resolve());

    const { taskId } = await addTask();
    await dispatched;

    stop();
    expect(await runs()).toMatchObject([{ input_json: { taskId } }]);
  });

  test('is dispatched once, however many dispatchers look at it', async () => {
    await subscribe('on-task', 'PROJECT_TASK_CREATED', 'payload.ProjectTaskCreated.v1');
    await Promise.all(Array.from({ length: 120 }, (_, index) => addTask(writer, `t${index}`)));

    const taken = await Promise.all(Array.from({ length: 4 }, () => newDispatcher().runOnce()));

    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(120);
    const all = await runs();
    expect(all).toHaveLength(120);
    expect(new Set(all.map(({ trigger_event_id: id }) => id))).toHaveProperty('size', 120);
  });

  test('of one tenant starts nothing of another', async () => {
    await database.db.withTenant(database.otherTenant, (tx) =>
      insertWorkflow(tx, {
        key: 'theirs',
        eventName: 'PROJECT_TASK_CREATED',
        payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
      }),
    );
    await addTask();
    await newDispatcher().runOnce();
    expect(await runs()).toEqual([]);
  });
});

test('an event whose dispatch breaks again and again is set aside with its error, and those behind it go on', async () => {
  await subscribe('on-task', 'PROJECT_TASK_CREATED', 'payload.ProjectTaskCreated.v1');
  const { taskId } = await addTask(writer, 'poison');
  clock.advance(1000);
  await addTask(writer, 'fine');
  await database.asOwner(`
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM workflow_runtime_events e WHERE e.event_id = NEW.event_id AND e.payload ->> 'title' = 'poison') THEN
        RAISE EXCEPTION 'poison';
      END IF;
      RETURN NEW;
    END $$`);
  await database.asOwner(
    'CREATE TRIGGER refuse_poison BEFORE INSERT ON workflow_event_dispatches FOR EACH ROW EXECUTE FUNCTION refuse_poison()',
  );

  try {
    for (let round = 0; round < 3; round += 1) await newDispatcher().runOnce();
  } finally {
    await database.asOwner('DROP FUNCTION refuse_poison CASCADE');
  }

  const [poison] = await database.asOwner("SELECT * FROM workflow_runtime_events WHERE payload ->> 'taskId' = $1", [
    taskId,
  ]);
  expect(poison).toMatchObject({ status: 'rejected', error_json: { attempts: 3 } });
  expect(await runs()).toMatchObject([{ input_json: { title: 'fine' } }]);
});

test('an event that the dispatcher gave up and that is sent again is answered as a duplicate that started nothing', async () => {
  const sent = { eventName: 'PROJECT_CREATED', payload: { projectId, name: 'Move' }, eventId: 'given-up' };
  await sendEvents(inTenant, writer, services, [sent]);
  await database.asOwner(
    `UPDATE workflow_runtime_events SET status = 'rejected', error_json = '{"code": "INTERNAL_ERROR", "attempts": 3}'
     WHERE event_id = 'given-up'`,
  );

  expect(await sendEvent(inTenant, writer, services, sent)).toMatchObject({ status: 'duplicate', startedRuns: [] });
});

test('two workflows that answer each other come to rest at the limit of causation', async () => {
  await subscribe('a-to-b', 'PROJECT_TASK_UPDATED', 'payload.ProjectTaskUpdated.v1');
  const { taskId } = await addTask();
  await newDispatcher().runOnce();
  await inTenant((tx) => updateTask(tx, writer, { taskId, patch: { title: 'round 0' } }));

  // Each run answers the change that started it with another change, as a mirror without a guard would.
  const answered = new Set<string>();
  for (let round = 1; round <= 40; round += 1) {
    await newDispatcher().runOnce();
    const next = (await runs()).filter(({ run_id: id }) => !answered.has(id));
    if (next.length === 0) break;
    for (const run of next) {
      answered.add(run.run_id);
      const by = {
        ...buildRunWriter({ runId: run.run_id, workflowId: run.workflow_id }),
        causation: { depth: run.causation_depth, chain: run.causation_chain },
      };
      await inTenant((tx) => updateTask(tx, by, { taskId, patch: { title: `round ${round}` } }));
    }
  }

  expect(answered.size).toBe(17);
  const [last] = await database.asOwner('SELECT * FROM workflow_event_dispatches ORDER BY dispatch_id DESC LIMIT 1');
  expect(last).toMatchObject({ outcome: 'skipped', reason: 'depth_exceeded' });
  const [deepest] = await database.asOwner<{ causation_chain: string[] }>(
    'SELECT * FROM workflow_runtime_events ORDER BY causation_depth DESC LIMIT 1',
  );
  expect(deepest).toMatchObject({ causation_depth: 17 });
  expect(deepest?.causation_chain.length).toBeLessThanOrEqual(32);
});
