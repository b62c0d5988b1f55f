import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { addMember } from './add-member.ts';
import { changeMemberRole } from './change-member-role.ts';
import { removeMember } from './remove-member.ts';

const password = 'a long enough password';
const clock = createFakeClock(new Date());
let server: TestServer;
let passwordHash: string;

beforeAll(async () => {
  server = await createTestServer({ clock });
  passwordHash = await hashPassword(password);
});
beforeEach(async () => {
  await server.database.truncate();
  // Windows of earlier tests are over.
  clock.advance(60 * 60 * 1000);
});
afterAll(() => server.close());

async function join(email: string, role: 'viewer' | 'editor' | 'admin' | 'owner', tenant = server.database.tenant) {
  const { db } = server.database;
  const input = { email, name: email, role, passwordHash };
  return (await db.withTenant(tenant, (tx) => addMember(tx, buildWriter(), input))).userId;
}

const signIn = (email: string, secret = password) =>
  server.request('/api/auth/sign-in/email', { body: { email, password: secret } });

async function cookieOf(email: string): Promise<string> {
  const [cookie = ''] = (await signIn(email)).headers.getSetCookie();
  return cookie.split(';')[0] ?? '';
}

test('a member signs in and works in the tenant that was joined first', async () => {
  await join('ada@example.org', 'editor');
  clock.advance(1000);
  await join('ada@example.org', 'owner', server.database.otherTenant);

  const session = await server.request('/api/session', { cookie: await cookieOf('ada@example.org') });

  expect(session.body).toMatchObject({ tenant: { slug: 'acme' }, role: 'editor' });
  expect(session.body.permissions).toContain('workflow:manage');
  expect(session.body.permissions).not.toContain('workflow:admin');
});

test('the session cookie is out of reach of scripts and of other sites', async () => {
  await join('ada@example.org', 'viewer');

  const [cookie] = (await signIn('ada@example.org')).headers.getSetCookie();

  expect(cookie).toMatch(/^penstock\.session_token=/);
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

test('a wrong password and an unknown address answer alike', async () => {
  await join('ada@example.org', 'viewer');

  const wrong = await signIn('ada@example.org', 'not the password');
  const unknown = await signIn('nobody@example.org');

  expect(wrong.status).toBe(401);
  expect(wrong.body.error.code).toBe('UNAUTHENTICATED');
  expect(wrong.headers.getSetCookie()).toEqual([]);
  const { requestId: first, ...left } = wrong.body.error;
  const { requestId: second, ...right } = unknown.body.error;
  expect(left).toEqual(right);
  expect(first).not.toBe(second);
});

test('guessing a password is slowed down after ten tries and may go on later', async () => {
  await join('ada@example.org', 'viewer');
  for (let tries = 0; tries < 10; tries += 1) await signIn('ada@example.org', 'not the password');

  const refused = await signIn('ada@example.org');

  expect(refused.status).toBe(429);
  expect(refused.body.error).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 300 } });
  expect(refused.headers.get('retry-after')).toBe('300');
  clock.advance(300_000);
  expect((await signIn('ada@example.org')).status).toBe(200);
});

test('after signing out the cookie opens nothing', async () => {
  await join('ada@example.org', 'viewer');
  const cookie = await cookieOf('ada@example.org');
  expect((await server.request('/api/session', { cookie })).body).not.toBeNull();

  await server.request('/api/auth/sign-out', { cookie, body: {} });

  expect((await server.request('/api/session', { cookie })).body).toBeNull();
});

test('a cookie that was changed opens nothing', async () => {
  await join('ada@example.org', 'viewer');
  const cookie = await cookieOf('ada@example.org');

  const session = await server.request('/api/session', { cookie: `${cookie.slice(0, -6)}AAAA%3D` });

  expect(session.body).toBeNull();
});

test('an open session follows its member: another role, and no membership any more', async () => {
  const { db, tenant } = server.database;
  const userId = await join('ada@example.org', 'admin');
  const cookie = await cookieOf('ada@example.org');
  const role = async () => (await server.request('/api/session', { cookie })).body?.role;
  expect(await role()).toBe('admin');

  await db.withTenant(tenant, (tx) => changeMemberRole(tx, buildWriter(), { userId, role: 'viewer' }));
  clock.advance(5000);
  expect(await role()).toBe('viewer');

  await db.withTenant(tenant, (tx) => removeMember(tx, buildWriter(), userId));
  clock.advance(5000);
  expect(await role()).toBeUndefined();
});

test('a member of two tenants changes over to the other one', async () => {
  await join('ada@example.org', 'editor');
  clock.advance(1000);
  await join('ada@example.org', 'viewer', server.database.otherTenant);
  const cookie = await cookieOf('ada@example.org');

  await server.request('/api/auth/organization/set-active', {
    cookie,
    headers: { origin: server.url },
    body: { organizationId: server.database.otherTenant },
  });

  expect((await server.request('/api/session', { cookie })).body).toMatchObject({
    tenant: { slug: 'globex' },
    role: 'viewer',
  });
});

test('nobody changes over to a tenant of others', async () => {
  await join('ada@example.org', 'editor');
  const cookie = await cookieOf('ada@example.org');

  const answer = await server.request('/api/auth/organization/set-active', {
    cookie,
    headers: { origin: server.url },
    body: { organizationId: server.database.otherTenant },
  });

  expect(answer.status).toBe(403);
  expect((await server.request('/api/session', { cookie })).body).toMatchObject({ tenant: { slug: 'acme' } });
});

test.each([
  '/sign-up/email',
  '/organization/create',
  '/organization/invite-member',
  '/organization/update-member-role',
  '/api-key/create',
  '/delete-user',
])('better-auth’s own route %s cannot be reached', async (path) => {
  await join('ada@example.org', 'owner');
  const cookie = await cookieOf('ada@example.org');

  const answer = await server.request(`/api/auth${path}`, { cookie, body: {} });

  expect(answer.status).toBe(404);
  expect(answer.body.error.code).toBe('ROUTE_NOT_FOUND');
});
