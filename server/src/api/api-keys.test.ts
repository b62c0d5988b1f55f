import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const clock = createFakeClock(new Date());
let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await createTestServer({ clock });
});
beforeEach(async () => {
  await server.database.truncate();
  key = await server.keyOf('owner');
});
afterAll(() => server.close());

const create = async (body: object) => (await server.request('/api/api-keys', { key, body })).body;
const role = async (used: string) => (await server.request('/api/session', { key: used })).body?.role ?? null;

test('a new key works at once, with the role of its service account', async () => {
  const created = await create({ name: 'importer', role: 'editor' });

  expect(await role(created.key)).toBe('editor');
  const session = (await server.request('/api/session', { key: created.key })).body;
  expect(session.user).toMatchObject({ id: created.serviceAccountId, name: 'importer', type: 'service' });
});

test('a key is shown once and kept as a hash only', async () => {
  const created = await create({ name: 'importer', role: 'editor' });

  const listed = await server.request('/api/api-keys', { key });
  expect(listed.text).not.toContain(created.key);
  expect(listed.body.items[1]).toMatchObject({ name: 'importer', start: created.key.slice(0, 13), role: 'editor' });
  const stored = JSON.stringify(await server.database.asOwner('SELECT * FROM apikey'));
  expect(stored).not.toContain(created.key);
});

test('a revoked key opens nothing any more', async () => {
  const created = await create({ name: 'importer', role: 'editor' });
  expect(await role(created.key)).toBe('editor');

  await server.request(`/api/api-keys/${created.apiKeyId}`, { method: 'DELETE', key });

  expect(await role(created.key)).toBeNull();
});

test('a key ends when it was made to', async () => {
  const expiresAt = new Date(clock.now().getTime() + 60_000).toISOString();
  const created = await create({ name: 'importer', role: 'editor', expiresAt });
  expect(await role(created.key)).toBe('editor');

  clock.advance(60_000);

  expect(await role(created.key)).toBeNull();
});

test('removing a service account ends its keys', async () => {
  const created = await create({ name: 'importer', role: 'editor' });

  await server.request(`/api/members/${created.serviceAccountId}`, { method: 'DELETE', key });

  expect(await role(created.key)).toBeNull();
  expect((await server.request('/api/api-keys', { key })).body.items).toHaveLength(1);
});

test('another tenant neither sees nor revokes a key', async () => {
  const created = await create({ name: 'importer', role: 'editor' });
  const stranger = await server.keyOf('owner', server.database.otherTenant);

  const revoked = await server.request(`/api/api-keys/${created.apiKeyId}`, { method: 'DELETE', key: stranger });

  expect(revoked.body.error).toMatchObject({ code: 'NOT_FOUND', details: { resource: 'api_key' } });
  expect((await server.request('/api/api-keys', { key: stranger })).text).not.toContain(created.apiKeyId);
  expect(await role(created.key)).toBe('editor');
});

test('the list tells when a key was last used', async () => {
  const created = await create({ name: 'importer', role: 'viewer' });
  await role(created.key);

  await expect
    .poll(async () => (await server.request('/api/api-keys', { key })).body.items[1].lastUsedAt)
    .toBe(clock.now().toISOString());
});
