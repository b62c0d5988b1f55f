import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import type { Causation } from '../kernel/actor.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { insertWorkflow, type TestWorkflow } from '../testing/insert-workflow.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listDispatches } from './dispatches.ts';
import type { EventServices } from './event-services.ts';
import { sendEvent } from './send-event.ts';

const clock = createFakeClock();
const registry = createRegistry(catalogue);
const services: EventServices = {
  registry,
  limits: { maxPayloadBytes: 524_288, rate: { points: 1, durationSeconds: 60 } },
};
const PROJECT = '018f2f5e-0000-7000-8000-0000000000b1';
const TASK = '018f2f5e-0000-7000-8000-0000000000c1';
const SCHEMA = 'payload.ProjectTaskCreated.v1';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const inTenant = <T>(work: Parameters<typeof database.db.withTenant<T>>[1]) =>
  database.db.withTenant(database.tenant, work);
const subscribe = (workflow: Partial<TestWorkflow> & { key: string }) =>
  inTenant((tx) => insertWorkflow(tx, { eventName: 'PROJECT_TASK_CREATED', payloadSchemaRef: SCHEMA, ...workflow }));
const send = async (causation?: Causation) => {
  const writer = buildWriter(causation === undefined ? {} : { causation });
  const payload = { taskId: TASK, projectId: PROJECT, title: 'Order desks', status: 'open' };
  const answer = await sendEvent(inTenant, writer, services, { eventName: 'PROJECT_TASK_CREATED', payload });
  return { answer, dispatches: await inTenant((tx) => listDispatches(tx, answer.eventId)) };
};
const inputOf = async (runId: string | null) => {
  const [run] = await database.asOwner<{ input_json: unknown }>('SELECT * FROM workflow_runs WHERE run_id = $1', [
    runId,
  ]);
  return run;
};

describe('who an event concerns', () => {
  test('published workflows with its trigger, oldest first; drafts and other triggers are none of its business', async () => {
    await subscribe({ key: 'first' });
    clock.advance(1000);
    await subscribe({ key: 'second' });
    await subscribe({ key: 'draft', isPublished: false });
    await subscribe({ key: 'other', eventName: 'PROJECT_TASK_UPDATED' });

    const { dispatches } = await send();

    expect(dispatches.map(({ workflowKey, outcome }) => [workflowKey, outcome])).toEqual([
      ['first', 'started'],
      ['second', 'started'],
    ]);
  });

  test("another tenant's workflows never hear of it", async () => {
    await database.db.withTenant(database.otherTenant, (tx) =>
      insertWorkflow(tx, { key: 'theirs', eventName: 'PROJECT_TASK_CREATED', payloadSchemaRef: SCHEMA }),
    );
    expect((await send()).answer.dispatches).toEqual([]);
  });

  test('a paused workflow is passed by and says why, and does not keep the others from starting', async () => {
    await subscribe({ key: 'paused', isPaused: true });
    clock.advance(1000);
    await subscribe({ key: 'live' });

    const { answer } = await send();

    expect(answer.dispatches).toMatchObject([
      { workflowKey: 'paused', outcome: 'skipped', reason: 'paused' },
      { workflowKey: 'live', outcome: 'started' },
    ]);
  });

  test('a workflow whose contract the payload does not fit is passed by with the issues', async () => {
    const schema = { type: 'object', required: ['urgency'], properties: { urgency: { type: 'string' } } };
    await subscribe({ key: 'strict', payloadSchema: schema });

    const { dispatches } = await send();

    expect(dispatches).toMatchObject([
      { outcome: 'skipped', reason: 'payload_invalid', runId: null, details: { code: 'RUN_PAYLOAD_INVALID' } },
    ]);
    expect(JSON.stringify(dispatches)).toContain('urgency');
    expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toEqual([]);
  });

  test('a workflow that runs as often as it may gets a queued run', async () => {
    await subscribe({ key: 'one-at-a-time', concurrencyLimit: 1 });
    await send();

    const { dispatches } = await send();

    expect(dispatches).toMatchObject([{ outcome: 'started', reason: 'queued' }]);
    expect(await inputOf(dispatches[0]?.runId ?? null)).toMatchObject({ status: 'QUEUED' });
  });

  test('a workflow that breaks the start is passed by, and the others start', async () => {
    const id = await subscribe({ key: 'broken' });
    await database.asOwner(
      'UPDATE workflow_definition_versions SET payload_schema_json = \'{"$ref": "#/nowhere"}\' WHERE workflow_id = $1',
      [id],
    );
    clock.advance(1000);
    await subscribe({ key: 'live' });

    const { answer } = await send();

    expect(answer.dispatches).toMatchObject([
      { workflowKey: 'broken', outcome: 'skipped', reason: 'start_failed' },
      { workflowKey: 'live', outcome: 'started' },
    ]);
  });
});

describe('what a workflow gets of an event', () => {
  test('the payload as it came when the schemas are the same and there is no mapping', async () => {
    await subscribe({ key: 'same' });
    const { dispatches } = await send();
    expect(await inputOf(dispatches[0]?.runId ?? null)).toMatchObject({
      input_json: { taskId: TASK, title: 'Order desks', tenantId: database.tenant },
      source_payload_schema_ref: SCHEMA,
      trigger_mapping_applied: false,
    });
  });

  test('nothing when the schemas differ and there is no mapping', async () => {
    await subscribe({ key: 'other-contract', payloadSchemaRef: 'payload.Mirror.v1' });
    expect((await send()).dispatches).toMatchObject([
      {
        outcome: 'skipped',
        reason: 'mapping_required',
        details: { sourceSchemaRef: SCHEMA, payloadSchemaRef: 'payload.Mirror.v1' },
      },
    ]);
  });

  test('what its mapping makes of it; dotted targets make nested objects', async () => {
    await subscribe({
      key: 'mapped',
      payloadSchemaRef: 'payload.Mirror.v1',
      payloadMapping: {
        'task.id': { $expr: 'event.payload.taskId' },
        'task.name': { $expr: 'event.payload.title' },
        source: { $expr: 'event.name' },
        fixed: { list: [1, { $expr: 'event.correlationKey' }] },
      },
    });
    const { dispatches } = await send();
    expect(await inputOf(dispatches[0]?.runId ?? null)).toMatchObject({
      input_json: {
        task: { id: TASK, name: 'Order desks' },
        source: 'PROJECT_TASK_CREATED',
        fixed: { list: [1, PROJECT] },
      },
      trigger_mapping_applied: true,
    });
  });

  test('nothing when its mapping cannot be evaluated, and the reason names field and expression', async () => {
    const payloadSchema = { type: 'object', required: ['id'], properties: { id: {}, note: {} } };
    await subscribe({ key: 'missing', payloadSchema, payloadMapping: { id: { $expr: 'event.payload.nothing' } } });
    clock.advance(1000);
    await subscribe({ key: 'broken', payloadSchema, payloadMapping: { id: { $expr: '1 / "a"' } } });
    clock.advance(1000);
    const optional = { id: 1, note: { $expr: 'event.payload.nothing' } };
    await subscribe({ key: 'optional', payloadSchema, payloadMapping: optional });

    const { dispatches } = await send();

    expect(dispatches).toMatchObject([
      { workflowKey: 'missing', reason: 'mapping_failed', details: { code: 'EXPRESSION_YIELDED_NOTHING' } },
      { workflowKey: 'broken', reason: 'mapping_failed', details: { code: 'EXPRESSION_FAILED' } },
      { workflowKey: 'optional', outcome: 'started' },
    ]);
    expect(await inputOf(dispatches[2]?.runId ?? null)).toMatchObject({ input_json: { id: 1 } });
    expect(dispatches[0]?.details).toMatchObject({
      details: { expression: 'event.payload.nothing', field: 'id' },
    });
  });
});

describe('an event that a run has told', () => {
  test('starts runs that are one deeper and know the whole chain', async () => {
    await subscribe({ key: 'echo' });
    const { answer, dispatches } = await send({ depth: 3, chain: ['event:e1', 'run:r1'] });
    const runId = dispatches[0]?.runId;
    expect(await inputOf(runId ?? null)).toMatchObject({
      causation_depth: 4,
      causation_chain: ['event:e1', 'run:r1', `event:${answer.eventId}`, `run:${runId}`],
    });
  });

  test('deeper than the limit is kept and starts nothing, and says so', async () => {
    await subscribe({ key: 'echo' });
    expect((await send({ depth: 16, chain: [] })).dispatches).toMatchObject([{ outcome: 'started' }]);
    expect((await send({ depth: 17, chain: [] })).dispatches).toMatchObject([
      { outcome: 'skipped', reason: 'depth_exceeded', details: { depth: 17, maxDepth: 16 } },
    ]);
  });
});

describe('runs that wait', () => {
  /** A run that is parked at a wait for PROJECT_TASK_COMPLETED under this key. */
  const park = async (key: string) => {
    const runId = (await send()).answer.startedRuns[0] ?? '';
    await database.asOwner("UPDATE workflow_runs SET status = 'WAITING', wait_type = 'event' WHERE run_id = $1", [
      runId,
    ]);
    clock.advance(1000);
    await database.asOwner(
      `INSERT INTO workflow_run_waits (
         tenant, wait_id, run_id, token, step_path, definition_step_id, wait_type, key, event_name, status, created_at)
       VALUES ($1, $2, $3, 't', 'root.steps[0]', 'wait', 'event', $4, 'PROJECT_TASK_COMPLETED', 'WAITING', $5)`,
      [database.tenant, database.ids.next(), runId, key, clock.now()],
    );
    return runId;
  };
  const complete = async (correlationKey?: string) =>
    sendEvent(inTenant, buildWriter(), services, {
      eventName: 'PROJECT_TASK_COMPLETED',
      payload: { taskId: TASK, projectId: PROJECT },
      ...(correlationKey !== undefined && { correlationKey }),
    });

  test('for the project or for the task of an event are both resumed by it', async () => {
    await subscribe({ key: 'waiting' });
    const forProject = await park(PROJECT);
    const forTask = await park(TASK);
    await park('something else');

    const answer = await complete();

    expect(answer).toMatchObject({ status: 'resumed', runId: forProject, startedRuns: [] });
    expect(answer.dispatches).toEqual([
      { workflowKey: 'waiting', outcome: 'resumed', runId: forProject },
      { workflowKey: 'waiting', outcome: 'resumed', runId: forTask },
    ]);
    expect((await complete()).status).toBe('no_wait');
  });

  test('are resumed one by one, oldest first, and by the key that the sender names alone', async () => {
    await subscribe({ key: 'waiting' });
    const older = await park('my-key');
    const younger = await park('my-key');
    await park(PROJECT);

    expect(await complete('my-key')).toMatchObject({ status: 'resumed', runId: older, dispatches: [{}] });
    expect(await complete('my-key')).toMatchObject({ status: 'resumed', runId: younger, dispatches: [{}] });
    expect((await complete('my-key')).status).toBe('no_wait');
  });
});
