import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const owner = { email: 'Ada@Example.org', password: 'a long enough password', name: 'Ada' };

describe('on this machine only', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer();
  });
  afterEach(() => server.database.truncate());
  afterAll(() => server.close());

  const createOwner = (email = owner.email) => server.request('/trpc/setup.createOwner', { body: { ...owner, email } });
  const status = async () => (await server.request('/trpc/setup.status')).body.result.data;

  test('the first visit makes the owner of the first workspace, who can sign in', async () => {
    expect(await status()).toEqual({ needed: true, tokenRequired: false });

    const made = await createOwner();

    expect(made.status).toBe(200);
    expect(await status()).toEqual({ needed: false, tokenRequired: false });
    const { email, password } = owner;
    const signedIn = await server.request('/api/auth/sign-in/email', { body: { email, password } });
    const cookie = signedIn.headers.getSetCookie().join('; ');
    const session = await server.request('/api/session', { cookie });
    expect(session.body).toMatchObject({
      user: { email: 'ada@example.org' },
      tenant: { slug: 'default' },
      role: 'owner',
    });
  });

  test('of eight first visits at once exactly one makes the owner', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => createOwner(`owner-${index}@example.org`)),
    );

    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    const codes = answers.flatMap((answer) => answer.body.error?.data.appError.code ?? []);
    expect(new Set(codes)).toEqual(new Set(['SETUP_ALREADY_DONE']));
    expect(await server.database.asOwner('SELECT email FROM "user"')).toHaveLength(1);
  });

  test('a page that made its own name point to this machine is asked for the token', async () => {
    const { port } = new URL(server.url);
    const asked = await requestAs('rebound.example', Number(port), { ...owner });

    expect(asked).toMatchObject({ status: 403, code: 'SETUP_TOKEN_INVALID' });
    expect(await status()).toMatchObject({ needed: true });
  });

  test('nothing is made when the password is too short', async () => {
    const answer = await server.request('/trpc/setup.createOwner', { body: { ...owner, password: 'short' } });

    expect(answer.body.error.data.appError).toMatchObject({
      code: 'INVALID_INPUT',
      details: { issues: [{ path: '/password' }] },
    });
    expect(await status()).toMatchObject({ needed: true });
  });
});

describe('where others can reach the server', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ setupToken: 'printed-at-start' });
  });
  afterAll(() => server.close());

  const createOwner = (token?: string) => server.request('/trpc/setup.createOwner', { body: { ...owner, token } });

  test('the owner is made with the printed token only', async () => {
    expect((await server.request('/trpc/setup.status')).body.result.data.tokenRequired).toBe(true);

    const withoutToken = await createOwner();
    const withWrongToken = await createOwner('printed-at-stars');
    const withToken = await createOwner('printed-at-start');

    expect(withoutToken.body.error.data.appError.code).toBe('SETUP_TOKEN_INVALID');
    expect(withWrongToken.status).toBe(403);
    expect(withToken.status).toBe(200);
  });
});

/** fetch does not send another Host than the one it connects to. */
function requestAs(host: string, port: number, body: object): Promise<{ status: number | undefined; code: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host: `${host}:${port}`, origin: `http://${host}:${port}`, 'content-type': 'application/json' };
    const sent = request(
      { host: '127.0.0.1', port, path: '/trpc/setup.createOwner', method: 'POST', headers },
      (answer) => {
        let text = '';
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, code: JSON.parse(text).error.data.appError.code }));
      },
    );
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
