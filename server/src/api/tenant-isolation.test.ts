import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import type { RestRoute } from './rest/route.ts';
import { restRoutes } from './rest/routes.ts';

/** Stands in everything that the own tenant has, so that it is found wherever it leaks to. */
const MARK = 'own-and-secret';
const definition = {
  name: MARK,
  payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
  steps: [{ id: 'stop', type: 'control.return' }],
};

let server: TestServer;
let own: string;
let stranger: string;
/** Ids of the own tenant's things, by the name of the path part that takes them. */
let ids: Record<string, string>;
let ownAnswers: Map<string, string>;

beforeAll(async () => {
  // The clock stands still, so that the same question has the same answer.
  server = await createTestServer({ clock: createFakeClock(new Date()) });
  own = await server.keyOf('owner');
  stranger = await server.keyOf('owner', server.database.otherTenant);
  const post = async (path: string, body: object, method = 'POST') => {
    const answer = await server.request(path, { method, key: own, body });
    expect(answer.status, `${path} ${answer.text}`).toBeLessThan(300);
    return answer.body;
  };
  const member = await post('/api/members', { email: `${MARK}@example.org`, name: MARK, role: 'viewer' });
  const apiKey = await post('/api/api-keys', { name: MARK, role: 'viewer' });
  const project = await post('/api/v1/projects', { name: MARK });
  const task = await post('/api/v1/project-tasks', { projectId: project.id, title: MARK });
  await post(`/api/workflow/store/${MARK}/${MARK}`, { value: MARK }, 'PUT');
  await post(`/api/workflow/store/${MARK}/counter`, { value: 1 }, 'PUT');
  await post(`/api/workflow/links/${MARK}`, { from: { type: 'a', id: MARK }, to: { type: 'b', id: MARK } });
  const payload = { taskId: task.id, projectId: project.id, title: MARK, status: 'open' };
  const event = await post('/api/workflow/events', {
    eventName: 'PROJECT_TASK_CREATED',
    eventId: MARK,
    payload,
  });
  const workflow = await post('/api/workflow-definitions', { key: MARK, name: MARK, definition });
  const published = await post(`/api/workflow-definitions/${MARK}/draft/publish`, {});
  expect(published.errors).toEqual([]);
  const given = { tenantId: server.database.tenant, occurredAt: '2026-03-01T09:00:00.000Z' };
  const run = await post('/api/workflow-runs', { workflowKey: MARK, payload: { ...payload, ...given } });
  ids = {
    userId: member.userId,
    apiKeyId: apiKey.apiKeyId,
    workflowId: workflow.workflowId,
    version: '1',
    runId: run.runId,
    eventId: event.eventId,
    namespace: MARK,
    key: MARK,
    'projects id': project.id,
    'project-tasks id': task.id,
    ref: 'payload.ProjectTaskCreated.v1',
  };
  // Once more than needed: the first use of a key is noted a moment later.
  await readEverything(own);
  ownAnswers = await readEverything(own);
});
afterAll(() => server.close());

const isRead = (route: RestRoute) => route.method === 'GET';
const hasParts = (route: RestRoute) => route.path.includes('{');
const nameOf = ({ method, path }: RestRoute) => `${method} ${path}`;

/** The same for every tenant: it is part of the product. */
const isShared = (route: RestRoute) => route.path.startsWith('/workflow/registry/');
/** Names that each tenant has for itself: asking for another's finds, or makes, one's own. */
const isByName = (route: RestRoute) => /^\/workflow\/(store|links)\//.test(route.path);

/** Answers what there is under a name or an id, also when that is nothing: the audit outlives what it tells of. */
const isListOfName = (route: RestRoute) =>
  (isByName(route) && route.path.endsWith('{namespace}')) || route.path === '/workflow-definitions/{workflowId}/audit';

const bodies: Record<string, object> = {
  'PUT /members/{userId}': { role: 'admin' },
  'PUT /workflow-definitions/{workflowId}/{version}': { definition },
  'PUT /workflow-definitions/{workflowId}/metadata': { name: 'taken over' },
  'POST /workflow-runs/{runId}/cancel': { reason: 'taken over' },
  'PUT /v1/projects/{id}': { name: 'taken over' },
  'PUT /v1/project-tasks/{id}': { title: 'taken over' },
  'PUT /workflow/store/{namespace}/{key}': { value: 'taken over' },
  'POST /workflow/links/{namespace}': { from: { type: 'a', id: 'x' }, to: { type: 'b', id: 'y' } },
};

function urlOf(route: RestRoute): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_part, name: string) => {
    if (name === 'version' && route.method !== 'GET') return 'draft';
    const kind = /^\/v1\/([\w-]+)/.exec(route.path)?.[1];
    const id = ids[kind === undefined ? name : `${kind} ${name}`];
    if (id === undefined) throw new Error(`Say in this test which ${name} of the own tenant ${nameOf(route)} takes`);
    return encodeURIComponent(id);
  });
  return `/api${path}${queries[nameOf(route)] ?? ''}`;
}

const queries: Record<string, string> = {
  'GET /workflow-definitions/export': `?keys=${MARK}`,
  'GET /workflow-runs/latest': `?workflowId=${MARK}`,
  'DELETE /workflow/links/{namespace}': `?fromType=a&fromId=${MARK}`,
};

async function readEverything(key: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const route of restRoutes.filter((read) => isRead(read) && !isShared(read)))
    answers.set(nameOf(route), (await server.request(urlOf(route), { key })).text);
  return answers;
}

test('the own tenant finds its things, so that what a stranger does not find is hidden', () => {
  const found = [...ownAnswers].filter(([, text]) => text.includes(MARK)).map(([route]) => route);

  expect(found).toEqual(
    expect.arrayContaining([
      'GET /members',
      'GET /api-keys',
      'GET /workflow-definitions',
      'GET /workflow-definitions/{workflowId}/{version}',
      'GET /workflow-definitions/export',
      'GET /workflow-runs',
      'GET /workflow-runs/{runId}',
      'GET /workflow/events',
      'GET /workflow/events/{eventId}',
      'GET /workflow/store',
      'GET /workflow/store/{namespace}/{key}',
      'GET /workflow/links/{namespace}',
      'GET /v1/projects/{id}',
      'GET /v1/project-tasks/{id}',
    ]),
  );
});

test.each(restRoutes.filter(isRead).map((route) => ({ name: nameOf(route), route })))(
  'a stranger reads nothing of others through $name',
  async ({ route }) => {
    const answer = await server.request(urlOf(route), { key: stranger });

    // The name that was asked for may be repeated in the refusal.
    const text = answer.status === 404 ? '' : answer.text;
    expect(text).not.toContain(MARK);
    for (const id of [ids.workflowId, ids.runId, ids['projects id'], ids.userId]) expect(text).not.toContain(id);
    if (!hasParts(route) || isShared(route)) return;
    if (isListOfName(route)) expect(answer.body.items).toEqual([]);
    else expect([answer.status, answer.body.error?.code]).toEqual([404, 'NOT_FOUND']);
  },
);

test.each(
  restRoutes.filter((route) => !isRead(route) && hasParts(route)).map((route) => ({ name: nameOf(route), route })),
)('a stranger changes nothing of others through $name', async ({ name, route }) => {
  const body = route.method === 'DELETE' ? undefined : (bodies[name] ?? {});
  const answer = await server.request(urlOf(route), { method: route.method, key: stranger, ...(body && { body }) });

  if (!isByName(route)) expect([answer.status, answer.body.error?.code]).toEqual([404, 'NOT_FOUND']);
  expect(await readEverything(own)).toEqual(ownAnswers);
});

test('a tenant in a body or in a query is refused, not followed', async () => {
  const tenant = server.database.tenant;
  const inBody = await server.request('/api/v1/projects', { key: stranger, body: { name: 'x', tenant } });
  const inQuery = await server.request(`/api/v1/projects?tenant=${tenant}`, { key: stranger });

  for (const answer of [inBody, inQuery]) {
    expect(answer.body.error.details.issues).toMatchObject([{ path: '/tenant', code: 'unknown_field' }]);
  }
});
