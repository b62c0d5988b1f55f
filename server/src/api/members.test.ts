import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  await server.database.truncate();
  key = await server.keyOf('admin');
});
afterAll(() => server.close());

const add = (email: string, role: string, more: object = {}) =>
  server.request('/api/members', { key, body: { email, role, ...more } });
const change = (userId: string, role: string) =>
  server.request(`/api/members/${userId}`, { method: 'PUT', key, body: { role } });
const remove = (userId: string) => server.request(`/api/members/${userId}`, { method: 'DELETE', key });

test('an administrator adds a person, who gets a password to sign in with', async () => {
  const added = await add('Ada@Example.org', 'editor');

  expect(added.status).toBe(201);
  const password = added.body.password;
  const signedIn = await server.request('/api/auth/sign-in/email', { body: { email: 'ada@example.org', password } });
  expect(signedIn.status).toBe(200);
  const { items } = (await server.request('/api/members', { key })).body;
  expect(items).toMatchObject([{ type: 'service' }, { email: 'ada@example.org', role: 'editor', type: 'user' }]);
});

test('a person who has an account already keeps its password', async () => {
  const otherKey = await server.keyOf('admin', server.database.otherTenant);
  const body = { email: 'ada@example.org', role: 'viewer' };
  await server.request('/api/members', { key: otherKey, body });

  const added = await add('ada@example.org', 'editor', { password: 'another password' });

  expect(added.body.password).toBeNull();
  const signedIn = await server.request('/api/auth/sign-in/email', {
    body: { email: 'ada@example.org', password: 'another password' },
  });
  expect(signedIn.status).toBe(401);
});

test('nobody is a member twice', async () => {
  await add('ada@example.org', 'editor');

  const again = await add('ada@example.org', 'viewer');

  expect(again.status).toBe(409);
  expect(again.body.error).toMatchObject({ code: 'RECORD_ALREADY_EXISTS', details: { id: 'ada@example.org' } });
});

test('the last owner can neither leave nor become less', async () => {
  const { userId } = (await add('ada@example.org', 'owner')).body;

  expect((await change(userId, 'admin')).body.error.code).toBe('LAST_OWNER');
  expect((await remove(userId)).body.error.code).toBe('LAST_OWNER');
  await add('bob@example.org', 'owner');
  expect((await remove(userId)).status).toBe(200);
});

test('of two owners that step down at once one stays', async () => {
  const { userId: ada } = (await add('ada@example.org', 'owner')).body;
  const { userId: bob } = (await add('bob@example.org', 'owner')).body;

  const answers = await Promise.all([change(ada, 'viewer'), change(bob, 'viewer')]);

  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
});

test('a member of another tenant is not found', async () => {
  const { userId } = (await add('ada@example.org', 'viewer')).body;
  key = await server.keyOf('owner', server.database.otherTenant);

  expect((await change(userId, 'owner')).body.error.code).toBe('NOT_FOUND');
  expect((await remove(userId)).body.error.code).toBe('NOT_FOUND');
});

test('every change of members leaves an audit row', async () => {
  const { userId } = (await add('ada@example.org', 'viewer')).body;
  await change(userId, 'editor');
  await remove(userId);

  const rows = await server.database.asOwner(
    'SELECT operation FROM audit_logs WHERE record_id = $1 ORDER BY audit_id',
    [userId],
  );
  expect(rows).toEqual([
    { operation: 'member_add' },
    { operation: 'member_change_role' },
    { operation: 'member_remove' },
  ]);
});

test('members come in pages', async () => {
  for (const name of ['a', 'b', 'c']) await add(`${name}@example.org`, 'viewer');

  const first = (await server.request('/api/members?limit=3', { key })).body;
  const second = (await server.request(`/api/members?limit=3&cursor=${first.nextCursor}`, { key })).body;

  expect(first.items).toHaveLength(3);
  expect(second.items).toMatchObject([{ email: 'c@example.org' }]);
  expect(second.nextCursor).toBeNull();
});
