import { hashPassword } from 'better-auth/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMember } from '../../auth/add-member.ts';
import { buildWriter } from '../../testing/builders.ts';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

const password = 'a long enough password';
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  server = await createTestServer();
  const passwordHash = await hashPassword(password);
  const { db, tenant } = server.database;
  const email = 'ada@example.org';
  await db.withTenant(tenant, (tx) =>
    addMember(tx, buildWriter(), { email, name: email, role: 'owner', passwordHash }),
  );
  const signedIn = await server.request('/api/auth/sign-in/email', { body: { email, password } });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => server.close());

const create = (path: string, headers: Record<string, string>) =>
  server.request(path, { cookie, headers, body: { name: 'x', role: 'viewer' } });

test.each(['/api/api-keys', '/trpc/apiKeys.create', '/api/auth/sign-out'])(
  'a page of another site cannot change anything through %s',
  async (path) => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await create(path, headers);
      expect(answer.status).toBe(403);
      expect((answer.body.error.data?.appError ?? answer.body.error).code).toBe('ORIGIN_NOT_ALLOWED');
    }
  },
);

test('our own page can, and so can a program that is no page', async () => {
  expect((await create('/api/api-keys', { origin: server.url })).status).toBe(201);
  expect((await create('/api/api-keys', {})).status).toBe(201);
});

test('a page of another site that brings a key of its own can', async () => {
  const key = await server.keyOf('admin');
  const answer = await server.request('/api/api-keys', {
    key,
    headers: { origin: 'https://other.example' },
    body: { name: 'x', role: 'viewer' },
  });

  expect(answer.status).toBe(201);
});
