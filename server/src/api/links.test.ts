import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const path = '/api/workflow/links/mirror';
const task = (id: string) => ({ type: 'project_task', id });
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  await server.database.truncate();
  key = await server.keyOf('editor');
});
afterAll(() => server.close());

const link = (from: string, to: string, more: object = {}) =>
  server.request(path, { key, body: { from: task(from), to: task(to), relation: 'mirrors', ...more } });
const ask = (query: string, method = 'GET') => server.request(`${path}?${query}`, { method, key });

describe('links over HTTP', () => {
  test('two records are linked, looked up from both ends and unlinked', async () => {
    const made = await link('a', 'b', { attributes: { note: 1 } });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ created: true });
    expect((await link('a', 'b')).body).toEqual({ linkId: made.body.linkId, created: false });

    const forward = (await ask('fromType=project_task&fromId=a')).body;
    expect(forward).toMatchObject({
      items: [
        { linkId: made.body.linkId, from: task('a'), to: task('b'), ...task('b'), relation: 'mirrors', attributes: {} },
      ],
      nextCursor: null,
    });
    const reverse = (await ask('fromType=project_task&fromId=b&direction=reverse')).body;
    expect(reverse.items).toMatchObject([{ from: task('a'), to: task('b'), ...task('a') }]);
    expect((await ask('fromType=project_task&fromId=b')).body.items).toEqual([]);
    expect((await ask('toType=project_task&toId=b')).body.items).toHaveLength(1);

    expect((await ask('fromType=project_task&fromId=a', 'DELETE')).body).toEqual({ deletedCount: 1 });
    expect((await ask('fromType=project_task&fromId=a', 'DELETE')).body).toEqual({ deletedCount: 0 });
  });

  test('a namespace is listed with its filters, and namespaces are counted', async () => {
    await link('a', 'b');
    await link('a', 'c', { relation: 'blocks' });

    expect((await ask('relation=blocks')).body.items).toMatchObject([{ to: task('c') }]);
    expect((await ask('toType=ticket')).body.items).toEqual([]);
    const first = (await ask('limit=1')).body;
    expect((await ask(`limit=1&cursor=${first.nextCursor}`)).body.items).toMatchObject([{ to: task('c') }]);
    expect((await server.request('/api/workflow/links', { key })).body).toEqual({
      items: [{ namespace: 'mirror', linkCount: 2 }],
      nextCursor: null,
    });
  });

  test('everything around a record and what to offer in a field come by tRPC', async () => {
    await link('a', 'b', { relation: 'own' });
    const trpc = async (procedure: string, input: object) =>
      (await server.request(`/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`, { key })).body
        .result.data;

    const around = await trpc('links.around', task('b'));
    expect(around.items).toMatchObject([{ namespace: 'mirror', from: task('a') }]);
    expect((await trpc('links.lookup', { namespace: 'mirror', from: task('a') })).matches).toMatchObject([task('b')]);
    expect((await trpc('links.suggestions', { kind: 'relations', namespace: 'mirror' })).used).toEqual(['own']);
    expect((await trpc('links.suggestions', { kind: 'namespaces' })).used).toEqual(['mirror']);
    const history = await trpc('links.history', { linkId: around.items[0].linkId });
    expect(history.items).toMatchObject([{ operation: 'upsert', attributesBefore: null, source: 'api' }]);
  });

  test('ends that are records of the workspace come with their names', async () => {
    const made = await server.request('/api/v1/projects', { key, body: { name: 'Osprey rollout' } });
    const project = made.body.id;
    const madeTask = await server.request('/api/v1/project-tasks', {
      key,
      body: { projectId: project, title: 'Rotate keys' },
    });
    await link(madeTask.body.id, 'elsewhere');

    expect((await ask('')).body.items).toMatchObject([
      { fromName: { name: 'Rotate keys', projectId: project, projectName: 'Osprey rollout' }, toName: null },
    ]);
  });

  test('a change by hand keeps its reason', async () => {
    const made = await link('a', 'b', { reason: 'found by Maja' });
    await ask('fromType=project_task&fromId=a&reason=wrong%20pair', 'DELETE');
    const input = encodeURIComponent(JSON.stringify({ linkId: made.body.linkId }));
    const history = (await server.request(`/trpc/links.history?input=${input}`, { key })).body.result.data;

    expect(history.items).toMatchObject([
      { operation: 'delete', reason: 'wrong pair' },
      { operation: 'upsert', reason: 'found by Maja' },
    ]);
  });
});

describe('refusals', () => {
  test('unlinking without a record is 400', async () => {
    const refused = await ask('relation=mirrors', 'DELETE');

    expect(refused.status).toBe(400);
    expect(refused.body.error.code).toBe('LINK_ENDPOINT_REQUIRED');
  });

  test.each([
    { name: 'an id without a type', query: 'fromId=a', method: 'GET', issue: '/fromType' },
    {
      name: 'a type without an id, where links go',
      query: 'fromType=x&toType=x&toId=b',
      method: 'DELETE',
      issue: '/fromId',
    },
    { name: 'an unknown direction', query: 'direction=up', method: 'GET', issue: '/direction' },
    { name: 'an unknown question', query: 'left=a', method: 'GET', issue: '/left' },
  ])('$name is 400 and named', async ({ query, method, issue }) => {
    const refused = await ask(query, method);

    expect(refused.status).toBe(400);
    expect(refused.body.error.details.issues).toMatchObject([{ path: issue }]);
  });

  test.each([
    { name: 'a missing end', body: { from: task('a') }, issue: '/to' },
    { name: 'an end without an id', body: { from: { type: 'x' }, to: task('b') }, issue: '/from/id' },
    {
      name: 'an unknown field of an end',
      body: { from: { ...task('a'), ids: [] }, to: task('b') },
      issue: '/from/ids',
    },
    {
      name: 'attributes that are a list',
      body: { from: task('a'), to: task('b'), attributes: [] },
      issue: '/attributes',
    },
  ])('$name is 400 and nothing is linked', async ({ body, issue }) => {
    const refused = await server.request(path, { key, body });

    expect(refused.status).toBe(400);
    expect(refused.body.error.details.issues).toMatchObject([{ path: issue }]);
    expect((await ask('')).body.items).toEqual([]);
  });

  test('a viewer reads and does not link; another tenant sees nothing', async () => {
    await link('a', 'b');
    const viewer = await server.keyOf('viewer');
    const stranger = await server.keyOf('owner', server.database.otherTenant);

    expect((await server.request(path, { key: viewer })).body.items).toHaveLength(1);
    expect((await server.request(path, { key: viewer, body: { from: task('a'), to: task('c') } })).status).toBe(403);
    expect((await server.request(path, { key: stranger })).body.items).toEqual([]);
    expect(
      (await server.request(`${path}?fromType=project_task&fromId=a`, { key: stranger, method: 'DELETE' })).body,
    ).toEqual({ deletedCount: 0 });
    expect((await ask('')).body.items).toHaveLength(1);
  });
});
