import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { catalogue } from '../catalogue.gen.ts';
import { isAppError } from '../kernel/errors.ts';
import { createRegistry } from '../registry/create-registry.ts';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { insertWorkflow } from '../testing/insert-workflow.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { EventServices } from './event-services.ts';
import { getEvent } from './get-event.ts';
import { ingestEvent } from './ingest-event.ts';
import { type ListEventsInput, listEvents } from './list-events.ts';
import { summarizeEvents } from './summarize-events.ts';

const clock = createFakeClock();
const services: EventServices = {
  registry: createRegistry(catalogue),
  limits: { maxPayloadBytes: 2000, rate: { points: 1, durationSeconds: 60 } },
};
const PROJECT = '018f2f5e-0000-7000-8000-0000000000b1';
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.truncate();
  clock.set('2026-03-01T09:00:00.000Z');
});

const inTenant = <T>(work: Parameters<typeof database.db.withTenant<T>>[1]) =>
  database.db.withTenant(database.tenant, work);
const ingest = (
  eventId: string,
  eventName = 'PROJECT_CREATED',
  payload: Record<string, string> = { projectId: PROJECT },
) => inTenant((tx) => ingestEvent(tx, buildWriter(), services, { eventId, eventName, payload }));
const list = (input: Partial<ListEventsInput> = {}) =>
  inTenant((tx) => listEvents(tx, { limit: 10, view: 'full', ...input }));
const idsOf = async (input: Partial<ListEventsInput>) => (await list(input)).items.map(({ eventId }) => eventId);

test('the list is newest first, can be narrowed, and goes on after its cursor whatever comes meanwhile', async () => {
  for (const id of ['a', 'b', 'c']) {
    await ingest(id);
    clock.advance(60_000);
  }
  await ingest('bad', 'PROJECT_CREATED', {});
  await ingest('closed', 'PROJECT_CLOSED');

  expect(await idsOf({ eventName: 'PROJECT_CLOSED' })).toEqual(['closed']);
  expect(await idsOf({ status: 'rejected' })).toEqual(['bad']);
  expect(await idsOf({ from: '2026-03-01T09:01:00Z', to: '2026-03-01T10:02:00+01:00' })).toEqual(['b']);
  expect(await idsOf({ correlationKey: PROJECT, eventName: 'PROJECT_CREATED' })).toEqual(['c', 'b', 'a']);

  const first = await list({ limit: 3 });
  await ingest('newcomer');
  const second = await list({ limit: 3, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map(({ eventId }) => eventId)).toEqual(['closed', 'bad', 'c', 'b', 'a']);
  expect(second.nextCursor).toBeNull();
  await expect(list({ cursor: 'bm9uc2Vuc2U' })).rejects.toSatisfy((error) => isAppError(error, 'CURSOR_INVALID'));
});

test('one event shows its payload, where it came from and what came of it', async () => {
  await inTenant((tx) =>
    insertWorkflow(tx, {
      key: 'kick-off',
      eventName: 'PROJECT_CREATED',
      payloadSchemaRef: 'payload.ProjectCreated.v1',
    }),
  );
  await ingest('a');

  expect(await inTenant((tx) => getEvent(tx, { eventId: 'a', view: 'full' }))).toMatchObject({
    eventId: 'a',
    status: 'dispatched',
    source: 'api',
    payload: { projectId: PROJECT },
    causationChain: [],
    started: 1,
    resumed: 0,
    skipped: 0,
    dispatches: [{ workflowKey: 'kick-off', workflowVersion: 1, outcome: 'started' }],
  });
  await expect(inTenant((tx) => getEvent(tx, { eventId: 'b', view: 'full' }))).rejects.toSatisfy((error) =>
    isAppError(error, 'NOT_FOUND'),
  );
  await expect(
    database.db.withTenant(database.otherTenant, (tx) => getEvent(tx, { eventId: 'a', view: 'full' })),
  ).rejects.toSatisfy((error) => isAppError(error, 'NOT_FOUND'));
});

test('the summary counts events and what came of them', async () => {
  await inTenant((tx) =>
    insertWorkflow(tx, {
      key: 'paused',
      isPaused: true,
      eventName: 'PROJECT_CREATED',
      payloadSchemaRef: 'payload.ProjectCreated.v1',
    }),
  );
  await ingest('a');
  await ingest('bad', 'PROJECT_CREATED', {});
  clock.advance(31 * 24 * 60 * 60 * 1000);
  await ingest('later');
  await database.asOwner("UPDATE workflow_runtime_events SET status = 'pending' WHERE event_id = 'later'");

  const recent = await inTenant((tx) => summarizeEvents(tx, {}));
  expect(recent).toMatchObject({ total: 1, pending: 1, skipped: 1, oldestPendingAt: '2026-04-01T09:00:00.000Z' });
  const all = await inTenant((tx) => summarizeEvents(tx, { from: '2026-01-01T00:00:00Z' }));
  expect(all).toMatchObject({ total: 3, pending: 1, dispatched: 1, rejected: 1, started: 0, skipped: 2 });
  expect(await inTenant((tx) => summarizeEvents(tx, { eventName: 'PROJECT_CLOSED' }))).toMatchObject({
    total: 0,
    oldestPendingAt: null,
  });
});
