import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let key: string;
beforeAll(async () => {
  server = await createTestServer();
  key = await server.keyOf('admin');
});
afterAll(() => server.close());

test('an unknown route answers with the error body', async () => {
  const answer = await server.request('/api/no/such/route?x=1', { key });

  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(answer.body).toEqual({
    error: {
      code: 'ROUTE_NOT_FOUND',
      message: expect.any(String),
      details: { method: 'GET', path: '/api/no/such/route' },
      requestId: answer.headers.get('x-request-id'),
    },
  });
});

test.each([
  { name: 'another method than the route has', path: '/api/members', method: 'PUT' },
  { name: 'a path that is no text', path: '/api/members/%zz', method: 'DELETE' },
  { name: 'an unknown procedure', path: '/trpc/no.such', method: 'GET' },
])('$name is no route', async ({ path, method }) => {
  const answer = await server.request(path, { key, method });

  expect(answer.status).toBe(404);
  expect((answer.body.error.data?.appError ?? answer.body.error).code).toBe('ROUTE_NOT_FOUND');
});

test.each([
  { name: 'broken JSON', rawBody: '{"name":', reason: /JSON/ },
  {
    name: 'a form',
    rawBody: 'name=x',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    reason: /application\/json/,
  },
  {
    name: 'plain text',
    rawBody: '{"name":"x"}',
    headers: { 'content-type': 'text/plain' },
    reason: /application\/json/,
  },
])('$name is refused as no JSON', async ({ rawBody, headers, reason }) => {
  const answer = await server.request('/api/api-keys', { key, rawBody, ...(headers === undefined ? {} : { headers }) });

  expect(answer.status).toBe(400);
  expect(answer.body.error.code).toBe('INVALID_JSON');
  expect(answer.body.error.details.reason).toMatch(reason);
});

test.each([
  {
    name: 'an unknown member',
    body: { name: 'x', role: 'viewer', tenant: 'mine' },
    issue: { path: '/tenant', code: 'unknown_field' },
  },
  { name: 'a missing member', body: { name: 'x' }, issue: { path: '/role' } },
  { name: 'a member of the wrong type', body: { name: 7, role: 'viewer' }, issue: { path: '/name' } },
  { name: 'a list instead of an object', body: [], issue: { path: '' } },
  {
    name: 'text that cannot be stored',
    body: { name: 'a\u0000b', role: 'viewer' },
    issue: { path: '/name', code: 'nul_character' },
  },
])('$name is refused by name', async ({ body, issue }) => {
  const answer = await server.request('/api/api-keys', { key, body });

  expect(answer.status).toBe(400);
  expect(answer.body.error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [issue] } });
});

test('unknown and misspelt query parameters are refused by name', async () => {
  const answer = await server.request('/api/members?limt=5&limit=5', { key });

  expect(answer.body.error.details.issues).toEqual([
    { path: '/limt', code: 'unknown_field', message: 'Unknown field limt' },
  ]);
});

test('a member that the path names already is refused in the body', async () => {
  const userId = '01900000-0000-7000-8000-00000000a001';
  const answer = await server.request(`/api/members/${userId}`, {
    method: 'PUT',
    key,
    body: { userId, role: 'viewer' },
  });

  expect(answer.body.error.details.issues).toMatchObject([{ path: '/userId', code: 'unknown_field' }]);
});

test.each(['/api/api-keys', '/trpc/apiKeys.create'])(
  'a body over one MiB is refused by %s with its size',
  async (path) => {
    const rawBody = JSON.stringify({ name: 'x'.repeat(1024 * 1024) });
    const answer = await server.request(path, { key, rawBody });

    const error = answer.body.error.data?.appError ?? answer.body.error;
    expect(answer.status).toBe(413);
    expect(error).toMatchObject({
      code: 'PAYLOAD_TOO_LARGE',
      details: { sizeBytes: rawBody.length, maxBytes: 1024 * 1024 },
    });
  },
);

test('a value nested without end is refused, not followed', async () => {
  const answer = await server.request('/api/api-keys', { key, rawBody: '['.repeat(100_000) + ']'.repeat(100_000) });

  expect(answer.status).toBe(400);
  expect(answer.body.error.details.issues).toMatchObject([{ code: 'too_deep' }]);
});

test('nothing was written by any refused request', async () => {
  expect((await server.request('/api/api-keys', { key })).body.items).toHaveLength(1);
});

test('without a key the answer is 401, with a wrong one too', async () => {
  for (const wrong of [undefined, 'penstock_wrong', 'x'.repeat(5000)]) {
    const answer = await server.request('/api/members', wrong === undefined ? {} : { key: wrong });
    expect(answer.status).toBe(401);
    expect(answer.body.error.code).toBe('UNAUTHENTICATED');
  }
});

test('a stranger learns nothing about what a route takes', async () => {
  const answer = await server.request('/api/members?nonsense=1', {});

  expect(answer.body.error.code).toBe('UNAUTHENTICATED');
});

test('a key works in both headers', async () => {
  expect((await server.request('/api/session', { key })).body.role).toBe('admin');
  expect((await server.request('/api/session', { headers: { authorization: `Bearer ${key}` } })).body.role).toBe(
    'admin',
  );
});

test('the database away answers 503 and when to try again', async () => {
  const away = await createTestServer();
  const ownKey = await away.keyOf('viewer');
  await away.database.db.pool.end();

  const answer = await away.request('/api/health/ready', { key: ownKey });

  expect(answer.status).toBe(503);
  expect(answer.body.error.code).toBe('DATABASE_UNAVAILABLE');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  await away.server.close();
});

test('starting more often than the tenant may answers when to come back', async () => {
  const limited = await createTestServer({ environment: { WORKFLOW_RUN_RATE_LIMIT_POINTS: '1' } });
  const ownKey = await limited.keyOf('editor');
  const definition = {
    name: 'Stop',
    payloadSchemaRef: 'payload.Empty.v1',
    steps: [{ id: 'stop', type: 'control.return' }],
  };
  await limited.request('/api/workflow-definitions', { key: ownKey, body: { key: 'stop', name: 'Stop', definition } });
  await limited.request('/api/workflow-definitions/stop/draft/publish', { key: ownKey, body: {} });

  await limited.request('/api/workflow-runs', { key: ownKey, body: { workflowKey: 'stop' } });
  const answer = await limited.request('/api/workflow-runs', { key: ownKey, body: { workflowKey: 'stop' } });

  expect(answer.status).toBe(429);
  expect(answer.body.error.code).toBe('RATE_LIMITED');
  expect(answer.headers.get('retry-after')).toBe(String(answer.body.error.details.retryAfterSeconds));
  await limited.close();
});

test('a bundle may be larger than other bodies, and has an end too', async () => {
  const send = (bytes: number) =>
    server.request('/api/workflow-definitions/import', { key, rawBody: JSON.stringify({ format: 'x'.repeat(bytes) }) });

  expect((await send(2 * 1024 * 1024)).status).toBe(400);
  expect((await send(17 * 1024 * 1024)).status).toBe(413);
});
