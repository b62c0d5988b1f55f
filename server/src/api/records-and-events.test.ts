import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertWorkflow } from '../testing/insert-workflow.ts';
import { createTestServer, type TestRequest, type TestServer } from '../testing/test-server.ts';

const PROJECT = '018f2f5e-0000-7000-8000-0000000000b1';
const TASK = '018f2f5e-0000-7000-8000-0000000000c1';
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.database.truncate();
  key = await server.keyOf('editor');
});

const ask = (path: string, request: TestRequest = {}) => server.request(`/api${path}`, { key, ...request });
const post = (path: string, body: unknown) => ask(path, { method: 'POST', body });

describe('records over HTTP', () => {
  test('a project and its tasks are created, read, changed, listed and deleted', async () => {
    const created = await post('/v1/projects', { name: 'Office move' });
    expect(created.status).toBe(201);
    const { id } = created.body;
    const task = await post('/v1/project-tasks', { id: TASK, projectId: id, title: 'Desks', dueDate: '2026-03-20' });
    expect(task).toMatchObject({
      status: 201,
      body: { id: TASK, projectId: id, title: 'Desks', status: 'open', dueDate: '2026-03-20' },
    });

    expect(
      await ask(`/v1/project-tasks/${TASK}`, { method: 'PUT', body: { title: 'Chairs', dueDate: null } }),
    ).toMatchObject({
      status: 200,
      body: { id: TASK, title: 'Chairs', dueDate: null },
    });
    expect(await ask(`/v1/projects/${id}`, { method: 'PUT', body: { status: 'active' } })).toMatchObject({
      body: { status: 'active' },
    });
    expect((await ask('/v1/projects?search=office&limit=1')).body.items).toMatchObject([
      { id, name: 'Office move', status: 'active' },
    ]);
    expect((await ask(`/v1/project-tasks?projectId=${id}`)).body).toMatchObject({
      items: [{ id: TASK }],
      nextCursor: null,
    });

    expect(await ask(`/v1/projects/${id}`, { method: 'DELETE' })).toMatchObject({
      status: 409,
      body: { error: { code: 'RECORD_IN_USE' } },
    });
    expect(await ask(`/v1/project-tasks/${TASK}`, { method: 'DELETE' })).toMatchObject({
      body: { id: TASK, deleted: true },
    });
    expect(await ask(`/v1/projects/${id}`, { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await ask(`/v1/projects/${id}`)).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  });

  test.each([
    { name: 'an unknown field', body: { name: 'x', colour: 'red' }, path: '/colour' },
    { name: 'no name', body: {}, path: '/name' },
    { name: 'an id that is none', body: { name: 'x', id: 'project-1' }, path: '/id' },
    { name: 'a name that is too long', body: { name: 'x'.repeat(257) }, path: '/name' },
    { name: 'a name of blanks', body: { name: '   ' }, path: '/name' },
  ])('a project with $name is refused with its place and nothing is written', async ({ body, path }) => {
    const answer = await post('/v1/projects', body);
    expect(answer).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_INPUT', details: { issues: [{ path }] } } },
    });
    expect((await ask('/v1/projects')).body.items).toEqual([]);
  });

  test('a viewer may look and not touch; another tenant sees nothing', async () => {
    const { body: project } = await post('/v1/projects', { name: 'Office move' });
    const viewer = await server.keyOf('viewer');
    const theirs = await server.keyOf('owner', server.database.otherTenant);

    expect(await ask(`/v1/projects/${project.id}`, { key: viewer })).toMatchObject({ status: 200 });
    const change = { method: 'PUT', body: { name: 'x' } };
    expect(await ask(`/v1/projects/${project.id}`, { key: viewer, ...change })).toMatchObject({ status: 403 });
    expect(await ask(`/v1/projects/${project.id}`, { key: theirs, ...change })).toMatchObject({ status: 404 });
    expect((await ask('/v1/projects', { key: theirs })).body.items).toEqual([]);
  });
});

describe('events over HTTP', () => {
  const event = {
    eventName: 'PROJECT_CREATED',
    payload: { projectId: PROJECT, tenantId: 'whatever the sender thinks' },
  };

  test('one event is answered with its runs, shown and counted', async () => {
    await server.database.db.withTenant(server.database.tenant, (tx) =>
      insertWorkflow(tx, {
        key: 'kick-off',
        eventName: 'PROJECT_CREATED',
        payloadSchemaRef: 'payload.ProjectCreated.v1',
      }),
    );

    const answer = await post('/workflow/events', { ...event, eventId: 'a' });

    expect(answer).toMatchObject({ status: 202, body: { status: 'no_wait', eventId: 'a', runId: null } });
    const [runId] = answer.body.startedRuns;
    expect(answer.body.dispatches).toEqual([{ workflowKey: 'kick-off', outcome: 'started', runId }]);
    expect((await ask('/workflow/events/a')).body).toMatchObject({
      eventId: 'a',
      payload: { projectId: PROJECT, tenantId: server.database.tenant },
      dispatches: [{ runId }],
    });
    expect((await ask('/workflow/events?eventName=PROJECT_CREATED')).body.items).toMatchObject([
      { eventId: 'a', started: 1 },
    ]);
    expect((await ask('/workflow/events/summary')).body).toMatchObject({ total: 1, started: 1 });
    expect(await post('/workflow/events', { ...event, eventId: 'a' })).toMatchObject({
      status: 202,
      body: { ...answer.body, status: 'duplicate' },
    });
  });

  test('a list is accepted and waits for the dispatcher', async () => {
    const answer = await post('/workflow/events', [event, { ...event, eventId: 'b' }]);
    expect(answer).toMatchObject({ status: 202, body: { status: 'accepted', eventIds: [expect.any(String), 'b'] } });
    expect((await ask('/workflow/events?status=pending')).body.items).toHaveLength(2);
    expect(
      await post(
        '/workflow/events',
        Array.from({ length: 1001 }, () => event),
      ),
    ).toMatchObject({ status: 400 });
    expect(await post('/workflow/events', [])).toMatchObject({ status: 400 });
  });

  test('a bad payload is refused with schema and issues, and the event is there with its error', async () => {
    const answer = await post('/workflow/events', {
      eventName: 'PROJECT_CREATED',
      payload: { projectId: 7 },
      eventId: 'bad',
    });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          code: 'EVENT_PAYLOAD_INVALID',
          details: { schemaRef: 'payload.ProjectCreated.v1', issues: [{ path: '/projectId' }], eventId: 'bad' },
        },
      },
    });
    expect((await ask('/workflow/events/bad')).body).toMatchObject({
      status: 'rejected',
      error: { code: 'EVENT_PAYLOAD_INVALID' },
    });
  });

  test.each([
    {
      name: 'an unknown event',
      body: { eventName: 'PROJECT_CREATD', payload: {} },
      status: 400,
      code: 'EVENT_UNKNOWN',
    },
    { name: 'an unknown field', body: { ...event, payloads: {} }, status: 400, code: 'INVALID_INPUT' },
    { name: 'a payload that is no object', body: { ...event, payload: 'text' }, status: 400, code: 'INVALID_INPUT' },
    {
      name: 'an event id that is too long',
      body: { ...event, eventId: 'x'.repeat(257) },
      status: 400,
      code: 'INVALID_INPUT',
    },
    {
      name: 'too large a payload',
      body: { ...event, payload: { text: 'x'.repeat(600_000) } },
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    },
    { name: 'a body that is neither an event nor a list', body: 'text', status: 400, code: 'INVALID_INPUT' },
  ])('$name is refused and not kept', async ({ body, status, code }) => {
    expect(await post('/workflow/events', body)).toMatchObject({ status, body: { error: { code } } });
    expect((await ask('/workflow/events')).body.items).toEqual([]);
  });

  test('a viewer sees the course of an event and not its data; names that tell of secrets are masked for all', async () => {
    await post('/workflow/events', { ...event, payload: { ...event.payload, apiKey: 'hunter2' }, eventId: 'a' });
    const seenBy = async (reader: string) => (await ask('/workflow/events/a', { key: reader })).body;

    expect((await seenBy(key)).payload).toMatchObject({ projectId: PROJECT, apiKey: '***' });
    expect(await seenBy(await server.keyOf('viewer'))).toMatchObject({
      status: 'dispatched',
      payload: { redacted: true },
    });
  });

  test('a viewer may not send, neither one nor a list', async () => {
    const viewer = await server.keyOf('viewer');
    for (const body of [event, [event]]) {
      expect(await ask('/workflow/events', { key: viewer, method: 'POST', body })).toMatchObject({ status: 403 });
    }
  });
});
