import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const clock = createFakeClock(new Date());
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await createTestServer({ clock, environment: { WORKFLOW_STORE_MAX_VALUE_BYTES: '1000' } });
});
beforeEach(async () => {
  await server.database.truncate();
  key = await server.keyOf('editor');
});
afterAll(() => server.close());

const put = (path: string, body: object, used = key) =>
  server.request(`/api/workflow/store/${path}`, { method: 'PUT', key: used, body });
const get = (path: string, used = key) =>
  server.request(path === '' ? '/api/workflow/store' : `/api/workflow/store/${path}`, { key: used });
const remove = (path: string) => server.request(`/api/workflow/store/${path}`, { method: 'DELETE', key });

describe('the data store over HTTP', () => {
  test('a value is put, read, listed, counted and deleted', async () => {
    const created = await put('sync-cursor/acme', { value: { since: 1 }, ttlSeconds: 60 });
    expect(created.status).toBe(200);
    expect(created.body).toEqual({ namespace: 'sync-cursor', key: 'acme', revision: 1, created: true });

    const expiresAt = new Date(clock.now().getTime() + 60_000).toISOString();
    expect((await get('sync-cursor/acme')).body).toMatchObject({
      namespace: 'sync-cursor',
      key: 'acme',
      value: { since: 1 },
      valueType: 'json',
      revision: 1,
      expiresAt,
    });
    expect((await get('sync-cursor')).body).toMatchObject({ items: [{ key: 'acme' }], nextCursor: null });
    expect((await get('')).body).toEqual({ items: [{ namespace: 'sync-cursor', keyCount: 1 }], nextCursor: null });
    expect((await remove('sync-cursor/acme')).body).toEqual({ deleted: true });
    expect((await remove('sync-cursor/acme')).body).toEqual({ deleted: false });
  });

  test('names with slashes, spaces and other scripts are names like any other', async () => {
    const path = `${encodeURIComponent('a/b c')}/${encodeURIComponent('ä%_漢')}`;
    await put(path, { value: null });

    expect((await get(path)).body).toMatchObject({ namespace: 'a/b c', key: 'ä%_漢', value: null });
  });

  test('pages go on where the last one ended', async () => {
    for (const name of ['a', 'b', 'c']) await put(`n/${name}`, { value: name });

    const first = (await get('n?limit=2')).body;
    const second = (await get(`n?limit=2&cursor=${first.nextCursor}`)).body;

    expect([first, second].map((page) => page.items.map((item: { key: string }) => item.key))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
    expect(second.nextCursor).toBeNull();
  });

  test('each change says who made it', async () => {
    await put('n/k', { value: 1 });
    await put('n/k', { value: 2 });

    const input = encodeURIComponent(JSON.stringify({ namespace: 'n', key: 'k' }));
    const history = (await server.request(`/trpc/store.history?input=${input}`, { key })).body.result.data;

    expect(history.items).toMatchObject([
      { operation: 'set', revision: 2, valueBefore: 1, valueAfter: 2, source: 'api', actorType: 'service' },
      { operation: 'set', revision: 1, hadValue: false, valueAfter: 1 },
    ]);
  });
});

describe('changes by hand', () => {
  test('a reason is kept with the change', async () => {
    await put('n/k', { value: 1, reason: 'counted twice' });
    await remove('n/k?reason=not%20needed');
    const input = encodeURIComponent(JSON.stringify({ namespace: 'n', key: 'k' }));
    const history = (await server.request(`/trpc/store.history?input=${input}`, { key })).body.result.data;

    expect(history.items).toMatchObject([
      { operation: 'delete', reason: 'not needed' },
      { operation: 'set', reason: 'counted twice', names: { actor: expect.any(String), workflow: null } },
    ]);
  });

  test('the list takes filters and says who wrote last', async () => {
    await put('n/count', { value: 1, valueType: 'number' });
    await put('n/flag', { value: true, valueType: 'boolean', ttlSeconds: 60 });

    expect((await get('n?valueType=number')).body.items).toMatchObject([
      { key: 'count', lastWrite: { actorType: 'service', source: 'api' } },
    ]);
    expect((await get('n?expiry=expires')).body.items).toMatchObject([{ key: 'flag' }]);
    expect((await get('n?expiry=soon')).status).toBe(400);
  });

  test('the largest value that fits is told', async () => {
    const answer = await server.request('/trpc/store.limits', { key });

    expect(answer.body.result.data).toEqual({ maxValueBytes: 1000 });
  });
});

describe('refusals', () => {
  test('a stale revision is 409 and says which one there is', async () => {
    await put('n/k', { value: 1 });

    const refused = await put('n/k', { value: 2, ifRevision: 7 });

    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      code: 'STORE_REVISION_CONFLICT',
      details: { namespace: 'n', key: 'k', ifRevision: 7, revision: 1 },
    });
    expect((await put('n/other', { value: 2, ifRevision: 1 })).body.error.details).toMatchObject({ revision: null });
  });

  test('a value over the cap is 413 and says both sizes', async () => {
    const refused = await put('n/k', { value: 'x'.repeat(999) });

    expect(refused.status).toBe(413);
    expect(refused.body.error).toMatchObject({
      code: 'STORE_VALUE_TOO_LARGE',
      details: { sizeBytes: 1001, maxBytes: 1000 },
    });
  });

  test.each([
    { name: 'no value', body: {}, path: '/value' },
    { name: 'an unknown field', body: { value: 1, ttl: 5 }, path: '/ttl' },
    { name: 'no time to live at all', body: { value: 1, ttlSeconds: 0 }, path: '/ttlSeconds' },
    { name: 'more than a year to live', body: { value: 1, ttlSeconds: 31_536_001 }, path: '/ttlSeconds' },
    { name: 'half a revision', body: { value: 1, ifRevision: 0.5 }, path: '/ifRevision' },
    { name: 'an unknown kind of value', body: { value: 1, valueType: 'date' }, path: '/valueType' },
  ])('$name is 400 and named', async ({ body, path }) => {
    const refused = await put('n/k', body);

    expect(refused.status).toBe(400);
    expect(refused.body.error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path }] } });
    expect((await get('n/k')).status).toBe(404);
  });

  test.each([
    { name: 'NUL in the value', rawBody: '{"value":"a\\u0000"}' },
    { name: 'half of a surrogate pair', rawBody: '{"value":"\\ud800"}' },
    { name: 'endless depth', rawBody: `{"value":${'['.repeat(400)}${']'.repeat(400)}}` },
  ])('$name is 400 and not a broken server', async ({ rawBody }) => {
    const refused = await server.request('/api/workflow/store/n/k', { method: 'PUT', key, rawBody });

    expect(refused.status).toBe(400);
  });

  test.each([
    { name: 'a name too long', path: `n/${'k'.repeat(257)}` },
    { name: 'a name of blanks', path: 'n/%20%20' },
    { name: 'NUL in a name', path: 'n/a%00' },
    { name: 'NUL in a prefix', path: 'n?prefix=%00' },
    { name: 'a cursor of our own making', path: 'n?cursor=abc' },
    { name: 'too many at once', path: 'n?limit=201' },
    { name: 'an unknown question', path: 'n?page=2' },
  ])('$name is 400', async ({ path }) => {
    expect((await get(path)).status).toBe(400);
  });

  test('a missing key is 404', async () => {
    const refused = await get('n/k');

    expect(refused.status).toBe(404);
    expect(refused.body.error).toMatchObject({ code: 'NOT_FOUND', details: { resource: 'store_entry', id: 'n/k' } });
  });

  test('a viewer reads and does not write; another tenant sees nothing', async () => {
    await put('n/k', { value: 1 });
    const viewer = await server.keyOf('viewer');
    const stranger = await server.keyOf('owner', server.database.otherTenant);

    expect((await get('n/k', viewer)).status).toBe(200);
    expect((await put('n/k', { value: 2 }, viewer)).body.error).toMatchObject({
      code: 'PERMISSION_DENIED',
      details: { permission: 'workflow:manage' },
    });
    expect((await get('n/k', stranger)).status).toBe(404);
    expect((await get('', stranger)).body.items).toEqual([]);
    expect((await get('n/k')).body).toMatchObject({ value: 1, revision: 1 });
  });
});
