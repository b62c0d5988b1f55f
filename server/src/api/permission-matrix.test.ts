import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authRoutes } from '../auth/auth-routes.ts';
import { type Role, Roles } from '../kernel/actor.ts';
import { can } from '../kernel/permissions.ts';
import { createTestServer, type TestAnswer, type TestServer } from '../testing/test-server.ts';
import { appRouter } from './app-router.ts';
import { openRoutes } from './http/health-routes.ts';
import { type Access, procedureAccess } from './permission-table.ts';
import { proceduresOf } from './rest/procedures.ts';
import type { RestRoute } from './rest/route.ts';
import { restRoutes } from './rest/routes.ts';

/** Nobody's id: what is asked for is never there, so that only the right to ask is looked at. */
const NOBODY = '01900000-0000-7000-8000-00000000dead';

let server: TestServer;
const keys = new Map<Role, string>();
beforeAll(async () => {
  server = await createTestServer();
  for (const role of Roles) keys.set(role, await server.keyOf(role));
});
afterAll(() => server.close());

const procedures = [...proceduresOf(appRouter).values()];
const accessOf = (procedure: string): Access | undefined => procedureAccess[procedure];
const codeOf = (answer: TestAnswer): string | undefined =>
  (answer.body?.error?.data?.appError ?? answer.body?.error)?.code;

/** A subscription that is refused answers 200 and one event that says so. */
function ofSubscription(answer: TestAnswer): TestAnswer {
  const data = /event: serialized-error\ndata: (.*)/.exec(answer.text)?.[1];
  if (data === undefined) return answer;
  const body = JSON.parse(data);
  return {
    ...answer,
    status: body.error?.data?.httpStatus ?? body.data?.httpStatus,
    body: body.error === undefined ? { error: body } : body,
  };
}

/** May this role ask, by the table alone? */
function isAllowed(access: Access | undefined, role: Role): boolean {
  if (access === undefined) return false;
  return access === 'public' || access === 'signed-in' || can(role, access);
}

function expectAsked(answer: TestAnswer, access: Access | undefined, role: Role | null): void {
  if (role === null) {
    if (access === 'public') expect(answer.status).not.toBe(401);
    else expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  } else if (isAllowed(access, role)) expect([401, 403]).not.toContain(answer.status);
  else expect([answer.status, codeOf(answer)]).toEqual([403, 'PERMISSION_DENIED']);
}

describe.each(procedures.map(({ name, type }) => ({ name, type })))('procedure $name', ({ name, type }) => {
  // An empty input is refused after the right to ask, or harmless.
  const call = async (key?: string) => {
    const asKey = key === undefined ? {} : { key };
    if (type === 'mutation') return server.request(`/trpc/${name}`, { body: {}, ...asKey });
    const answer = await server.request(`/trpc/${name}?input=%7B%7D`, asKey);
    return type === 'subscription' ? ofSubscription(answer) : answer;
  };

  test.each([...Roles])('answers a %s as the table says', async (role) => {
    expectAsked(await call(keys.get(role)), accessOf(name), role);
  });

  test('answers nobody as the table says', async () => {
    expectAsked(await call(), accessOf(name), null);
  });
});

describe.each(restRoutes.map((route) => ({ name: `${route.method} ${route.path}`, route })))(
  'route $name',
  ({ route }) => {
    const call = (key?: string) => server.request(urlOf(route), requestOf(route, key));

    test.each([...Roles])('answers a %s as the table says', async (role) => {
      expectAsked(await call(keys.get(role)), accessOf(route.procedure), role);
    });

    test('answers nobody as the table says', async () => {
      expectAsked(await call(), accessOf(route.procedure), null);
    });
  },
);

function urlOf(route: RestRoute): string {
  return `/api${route.path.replace(/\{\w+\}/g, NOBODY)}`;
}

function requestOf(route: RestRoute, key?: string) {
  const hasBody = route.method === 'POST' || route.method === 'PUT';
  return { method: route.method, ...(hasBody ? { body: {} } : {}), ...(key === undefined ? {} : { key }) };
}

test('every route of the server is in the REST table, among the sign-in routes or open on purpose', () => {
  const known = new Set([
    ...restRoutes.map(({ method, path }) => `${method} /api${path.replace(/\{(\w+)\}/g, ':$1')}`),
    ...authRoutes.map(({ method, path }) => `${method} /api/auth${path}`),
    ...openRoutes.map((path) => `GET /api${path}`),
    ...['GET', 'POST'].map((method) => `${method} /trpc/:path`),
    ...restRoutes.flatMap(({ procedure, maxBodyBytes }) =>
      maxBodyBytes === undefined ? [] : [`GET /trpc/${procedure}`, `POST /trpc/${procedure}`],
    ),
  ]);
  const unknown = server.routes.map(({ method, url }) => `${method} ${url}`).filter((route) => !known.has(route));

  expect(server.routes.length).toBeGreaterThan(restRoutes.length);
  expect(unknown).toEqual([]);
});

test.each(openRoutes.map((path) => ({ path })))('$path is open to everybody', async ({ path }) => {
  expect((await server.request(`/api${path}`)).status).toBe(200);
});

test('a sign-in route without a session answers as such and changes nothing', async () => {
  for (const { method, path } of authRoutes) {
    const answer = await server.request(`/api/auth${path}`, method === 'GET' ? {} : { body: { email: 'a@b.example' } });
    expect(answer.status, path).toBeLessThan(500);
    if (path === '/get-session') expect(answer.body).toBeNull();
    else if (path !== '/sign-out') expect(answer.status, path).toBeGreaterThanOrEqual(400);
  }
});
