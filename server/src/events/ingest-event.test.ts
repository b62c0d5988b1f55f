import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import { isAppError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { insertWorkflow } from '../testing/insert-workflow.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { EventServices } from './event-services.ts';
import type { SentEvent } from './prepare-event.ts';
import { sendEvent, sendEvents } from './send-event.ts';

const clock = createFakeClock();
const writer = buildWriter();
const services: EventServices = {
  registry: createRegistry(catalogue),
  limits: { maxPayloadBytes: 2000, rate: { points: 1, durationSeconds: 60 } },
};
const PROJECT = '018f2f5e-0000-7000-8000-0000000000b1';
const TASK = '018f2f5e-0000-7000-8000-0000000000c1';
const taskCreated = { taskId: TASK, projectId: PROJECT, title: 'Order desks', status: 'open' };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const inTenant = <T>(work: Parameters<typeof database.db.withTenant<T>>[1]) =>
  database.db.withTenant(database.tenant, work);
const send = (sent: Partial<SentEvent> = {}) =>
  sendEvent(inTenant, writer, services, { eventName: 'PROJECT_TASK_CREATED', payload: taskCreated, ...sent });
const stored = () =>
  database.asOwner<Record<string, unknown> & { payload: JsonObject }>('SELECT * FROM workflow_runtime_events');
const refusalOf = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  return isAppError(thrown) ? { code: thrown.code, details: thrown.details } : thrown;
};
const subscribe = (key = 'on-task') =>
  inTenant((tx) =>
    insertWorkflow(tx, { key, eventName: 'PROJECT_TASK_CREATED', payloadSchemaRef: 'payload.ProjectTaskCreated.v1' }),
  );

describe('one event', () => {
  test('is durable with its runs when the answer comes', async () => {
    await subscribe();

    const answer = await send({ eventId: 'order-77' });

    const [run] = await database.asOwner<{ run_id: string }>('SELECT * FROM workflow_runs');
    expect(run).toMatchObject({
      status: 'RUNNING',
      trigger_event_id: 'order-77',
      event_type: 'PROJECT_TASK_CREATED',
      causation_depth: 1,
    });
    expect(answer).toEqual({
      status: 'no_wait',
      eventId: 'order-77',
      runId: null,
      startedRuns: [run?.run_id],
      dispatches: [{ workflowKey: 'on-task', outcome: 'started', runId: run?.run_id }],
    });
    expect(await stored()).toMatchObject([
      {
        event_id: 'order-77',
        status: 'dispatched',
        source: 'api',
        correlation_key: PROJECT,
        payload_schema_ref: 'payload.ProjectTaskCreated.v1',
        causation_depth: 0,
      },
    ]);
  });

  test('gets what the sender left out, and the tenant of the sender whatever the body says', async () => {
    await send({ payload: { ...taskCreated, tenantId: database.otherTenant, fixtureMode: 'kept as it is' } });

    const [event] = await stored();
    expect(event?.payload).toEqual({
      ...taskCreated,
      fixtureMode: 'kept as it is',
      tenantId: database.tenant,
      occurredAt: '2026-03-01T09:00:00.000Z',
      actorType: 'USER',
      actorUserId: writer.actor.id,
    });
    expect(event).toMatchObject({ tenant: database.tenant });
  });

  test('keeps who and when where the sender says so', async () => {
    const given = { occurredAt: '2026-02-01T00:00:00+01:00', actorContactId: TASK };
    await send({ payload: { ...taskCreated, ...given } });
    expect((await stored())[0]?.payload).toMatchObject({ ...given, actorType: 'CONTACT' });
  });

  test('of an API key is told by the system', async () => {
    const service = buildWriter({ actor: { id: TASK, type: 'service' } });
    await sendEvent(inTenant, service, services, { eventName: 'PROJECT_TASK_CREATED', payload: taskCreated });
    const [event] = await stored();
    expect(event?.payload).toMatchObject({ actorType: 'SYSTEM' });
    expect(event?.payload).not.toHaveProperty('actorUserId');
  });

  test('of an unknown name is refused with the name that was probably meant, and not kept', async () => {
    expect(await refusalOf(send({ eventName: 'project_task_create' }))).toEqual({
      code: 'EVENT_UNKNOWN',
      details: { eventName: 'project_task_create', suggestion: 'PROJECT_TASK_CREATED' },
    });
    expect(await stored()).toEqual([]);
  });

  test('whose payload fails its schema is refused and kept with what is wrong; it starts nothing', async () => {
    await subscribe();
    const { title: _title, ...payload } = taskCreated;

    const refusal = await refusalOf(send({ eventId: 'e-1', payload: { ...payload, projectId: 'x' } }));

    expect(refusal).toMatchObject({
      code: 'EVENT_PAYLOAD_INVALID',
      details: {
        schemaRef: 'payload.ProjectTaskCreated.v1',
        eventId: 'e-1',
        issues: [{ path: '/projectId' }, { path: '/title' }],
      },
    });
    expect(await stored()).toMatchObject([
      {
        event_id: 'e-1',
        status: 'rejected',
        error_json: { code: 'EVENT_PAYLOAD_INVALID', details: { eventId: 'e-1' } },
      },
    ]);
    expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toEqual([]);
  });

  test('larger than a payload may be is refused with both sizes', async () => {
    expect(await refusalOf(send({ payload: { ...taskCreated, title: 'x'.repeat(2000) } }))).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      details: { maxBytes: 2000 },
    });
    expect(await stored()).toEqual([]);
  });

  test('that holds what cannot be stored is refused with the place', async () => {
    expect(await refusalOf(send({ payload: { ...taskCreated, extra: ['a\u0000'] } }))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { issues: [{ path: '/payload/extra/0' }] },
    });
  });

  test('may come with a schema of its own choice; the conflict with the catalog is kept', async () => {
    await send({
      payloadSchemaRef: 'payload.ProjectTaskStatusChanged.v1',
      payload: { ...taskCreated, previousStatus: 'a', newStatus: 'b' },
    });
    expect(await stored()).toMatchObject([
      {
        payload_schema_ref: 'payload.ProjectTaskStatusChanged.v1',
        schema_ref_conflict: {
          submission: 'payload.ProjectTaskStatusChanged.v1',
          catalog: 'payload.ProjectTaskCreated.v1',
        },
      },
    ]);
    expect(await refusalOf(send({ payloadSchemaRef: 'payload.Nothing.v1' }))).toMatchObject({
      code: 'EVENT_PAYLOAD_INVALID',
      details: { issues: [{ code: 'unknown_schema' }] },
    });
  });

  test("carries the sender's correlation key, else the event type's", async () => {
    await send({ correlationKey: 'my-key' });
    expect(await stored()).toMatchObject([{ correlation_key: 'my-key' }]);
  });
});

describe('an event that is sent twice', () => {
  test('with the same payload gets the first answer, with its runs, and starts nothing more', async () => {
    await subscribe();
    const first = await send({ eventId: 'order-77' });
    await subscribe('came-later');

    const reordered = Object.fromEntries(Object.entries(taskCreated).reverse());
    const second = await send({ eventId: 'order-77', payload: reordered });

    expect(second).toEqual({ ...first, status: 'duplicate' });
    expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toHaveLength(1);
  });

  test('with another payload is refused', async () => {
    await send({ eventId: 'order-77' });
    expect(await refusalOf(send({ eventId: 'order-77', payload: { ...taskCreated, title: 'Chairs' } }))).toEqual({
      code: 'EVENT_ID_REUSED',
      details: { eventId: 'order-77' },
    });
  });

  test('after a refusal is refused again for the same reason', async () => {
    const bad = { eventId: 'e-1', payload: { taskId: TASK } };
    const first = await refusalOf(send(bad));
    expect(await refusalOf(send(bad))).toEqual(first);
  });

  test('by 16 senders at once starts its workflow once, and all get the same run', async () => {
    await subscribe();
    const answers = await Promise.all(Array.from({ length: 16 }, () => send({ eventId: 'order-77' })));

    expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toHaveLength(1);
    expect(new Set(answers.map(({ startedRuns }) => startedRuns.join()))).toHaveProperty('size', 1);
    expect(answers.filter(({ status }) => status === 'no_wait')).toHaveLength(1);
  });

  test('by two tenants is two events', async () => {
    await send({ eventId: 'order-77' });
    const theirs = await sendEvent((work) => database.db.withTenant(database.otherTenant, work), writer, services, {
      eventName: 'PROJECT_TASK_CREATED',
      payload: { ...taskCreated, title: 'Theirs' },
      eventId: 'order-77',
    });
    expect(theirs.status).toBe('no_wait');
    expect(await stored()).toHaveLength(2);
  });
});

describe('a list of events', () => {
  const sendList = (list: Partial<SentEvent>[]) =>
    sendEvents(
      inTenant,
      writer,
      services,
      list.map((sent) => ({ eventName: 'PROJECT_TASK_CREATED', payload: taskCreated, ...sent })),
    );

  test('is durable when the answer comes and waits for the dispatcher', async () => {
    await subscribe();
    const { eventIds } = await sendList([{ eventId: 'a' }, {}, { eventId: 'a' }]);

    expect(eventIds).toHaveLength(3);
    expect(eventIds[2]).toBe('a');
    expect((await stored()).map(({ status }) => status)).toEqual(['pending', 'pending']);
    expect(await database.asOwner('SELECT 1 FROM workflow_runs')).toEqual([]);
  });

  test('with one bad payload counts for nothing but keeps the bad one with its error', async () => {
    const refusal = await refusalOf(sendList([{ eventId: 'a' }, { eventId: 'b', payload: { taskId: TASK } }]));

    expect(refusal).toMatchObject({ code: 'EVENT_PAYLOAD_INVALID', details: { eventId: 'b' } });
    expect(refusal).toMatchObject({
      details: { issues: expect.arrayContaining([expect.objectContaining({ path: '/1/payload/title' })]) },
    });
    expect(await stored()).toMatchObject([{ event_id: 'b', status: 'rejected' }]);
  });

  test('that gives one id to two payloads, or takes a used one, is refused as a whole', async () => {
    await send({ eventId: 'used' });
    const other = { ...taskCreated, title: 'Chairs' };
    for (const list of [
      [{ eventId: 'a' }, { eventId: 'a', payload: other }],
      [{ eventId: 'b' }, { eventId: 'used', payload: other }],
    ]) {
      expect(await refusalOf(sendList(list))).toMatchObject({ code: 'EVENT_ID_REUSED' });
    }
    expect((await stored()).map(({ event_id: id }) => id)).toEqual(['used']);
  });
});
