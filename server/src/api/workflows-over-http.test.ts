import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_BUNDLE_BYTES } from '../bundle/bundle-format.ts';
import { canonicalJson } from '../kernel/json.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const mirror = readFileSync(new URL('../demo/bundles/project-task-mirror.v1.json', import.meta.url), 'utf8');
const definition = {
  payloadSchemaRef: 'payload.Empty.v1',
  steps: [{ id: 'ready', type: 'state.set', config: { state: 'READY' } }],
};

let server: TestServer;
let admin: string;
let editor: string;
let viewer: string;
let stranger: string;

beforeAll(async () => {
  server = await createTestServer();
});
beforeEach(async () => {
  await server.database.truncate();
  admin = await server.keyOf('admin');
  editor = await server.keyOf('editor');
  viewer = await server.keyOf('viewer');
  stranger = await server.keyOf('admin', server.database.otherTenant);
});
afterAll(() => server.close());

const api = (path: string, request: Parameters<TestServer['request']>[1] = {}) =>
  server.request(`/api${path}`, { key: editor, ...request });
const create = async (name = 'Hello') => (await api('/workflow-definitions', { body: { name, definition } })).body;

const PROJECT = '01900000-0000-7000-8000-000000000001';

describe('a workflow from nothing to live', () => {
  test('is created, changed, published and listed', async () => {
    const created = await api('/workflow-definitions', { body: { name: 'Hello there', definition } });
    expect(created).toMatchObject({ status: 201, body: { key: 'hello-there', draftVersion: 1 } });
    const path = `/workflow-definitions/${created.body.workflowId}`;

    const changed = await api(`${path}/draft`, {
      method: 'PUT',
      body: { definition: { ...definition, name: 'Hello again' }, expectedDraftVersion: 1 },
    });
    expect(changed).toMatchObject({ status: 200, body: { draftVersion: 2, validation: { status: 'valid' } } });
    const published = await api(`${path}/draft/publish`, { rawBody: '' });
    expect(published).toMatchObject({ status: 200, body: { ok: true, publishedVersion: 1, errors: [] } });

    expect((await api(`${path}/1`)).body).toMatchObject({
      version: 1,
      name: 'Hello again',
      definition: { version: 1 },
    });
    expect((await api('/workflow-definitions?status=active&limit=1', { key: viewer })).body).toMatchObject({
      items: [{ key: 'hello-there', publishedVersion: 1, hasUnpublishedChanges: false }],
      nextCursor: null,
      counts: { total: 1, active: 1 },
    });
    expect((await api(`${path}/versions`, { key: viewer })).body.items).toMatchObject([{ version: 1, isLive: true }]);
    expect(
      (await api(`${path}/audit`, { key: admin })).body.items.map((row: { operation: string }) => row.operation),
    ).toEqual(['workflow_definition_publish', 'workflow_definition_update', 'workflow_definition_create']);
  });

  test('is paused, started no more, and deleted', async () => {
    const { workflowId, key } = await create();
    await api(`/workflow-definitions/${workflowId}/draft/publish`, { method: 'POST' });

    const paused = await api(`/workflow-definitions/${workflowId}/metadata`, {
      method: 'PUT',
      body: { isPaused: true },
    });
    expect(paused.body).toMatchObject({ state: 'paused' });
    expect(await api('/workflow-runs', { body: { workflowKey: key, payload: {} } })).toMatchObject({
      status: 409,
      body: { error: { code: 'WORKFLOW_PAUSED' } },
    });
    expect(await api(`/workflow-definitions/${workflowId}`, { method: 'DELETE' })).toMatchObject({ status: 200 });
    expect(await api(`/workflow-definitions/${workflowId}/draft`)).toMatchObject({
      status: 404,
      body: { error: { code: 'NOT_FOUND' } },
    });
  });

  test('is validated without being saved, findings included', async () => {
    const steps = [{ id: 'x', type: 'nothing.known' }];

    expect(
      (await api('/workflow-definitions/validate', { body: { definition: { ...definition, name: 'x', steps } } })).body,
    ).toMatchObject({
      ok: false,
      errors: [{ code: 'UNKNOWN_NODE_TYPE', stepPath: 'root.steps[0]', stepId: 'x' }],
    });
  });
});

describe('a start by hand', () => {
  test('answers the run, which is there with its input and its audit; a stray tenantId is left out', async () => {
    const { workflowId } = await create();
    await api(`/workflow-definitions/${workflowId}/draft/publish`, { method: 'POST' });

    const started = await api('/workflow-runs', { body: { workflowId, payload: { tenantId: 'copied' } } });

    expect(started).toMatchObject({ status: 201, body: { status: 'RUNNING', workflowVersion: 1 } });
    const run = `/workflow-runs/${started.body.runId}`;
    expect((await api(run)).body).toMatchObject({ input: {}, triggerType: 'manual', workflowKey: 'hello' });
    expect((await api(run, { key: viewer })).body).toMatchObject({ input: { redacted: true } });
    expect((await api(`${run}/audit`, { key: admin })).body.items).toMatchObject([{ operation: 'workflow_run_start' }]);
    expect((await api(`${run}/cancel`, { key: admin, body: { reason: 'enough' } })).body).toMatchObject({
      status: 'CANCELED',
    });
    expect((await api(`${run}/cancel`, { key: admin, body: { reason: 'enough' } })).body.error).toMatchObject({
      code: 'RUN_NOT_CANCELABLE',
    });
    expect((await api('/workflow-runs?status=CANCELED,FAILED', { key: viewer })).body.items).toHaveLength(1);
  });

  test('of a workflow with the contract of an event gets tenant and time as an event would', async () => {
    const contract = { ...definition, payloadSchemaRef: 'payload.ProjectTaskUpdated.v1' };
    const { workflowId } = (await api('/workflow-definitions', { body: { name: 'By hand', definition: contract } }))
      .body;
    await api(`/workflow-definitions/${workflowId}/draft/publish`, { method: 'POST' });
    const payload = { taskId: PROJECT, projectId: PROJECT, tenantId: 'somebody else' };

    const started = await api('/workflow-runs', { body: { workflowId, payload } });

    expect(started.status).toBe(201);
    expect((await api(`/workflow-runs/${started.body.runId}`)).body.input).toEqual({
      ...payload,
      tenantId: server.database.tenant,
      occurredAt: expect.stringMatching(/Z$/),
    });
  });

  test('with a payload that does not fit is refused and leaves a failed run to look at', async () => {
    const { workflowId } = await create();
    await api(`/workflow-definitions/${workflowId}/draft/publish`, { method: 'POST' });

    const refused = await api('/workflow-runs', { body: { workflowId, payload: { surprise: 1 } } });

    expect(refused).toMatchObject({ status: 400, body: { error: { code: 'RUN_PAYLOAD_INVALID' } } });
    const { runId } = refused.body.error.details;
    expect((await api(`/workflow-runs/${runId}`)).body).toMatchObject({
      status: 'FAILED',
      error: { code: 'RUN_PAYLOAD_INVALID' },
    });
  });
});

describe('what cannot be', () => {
  test.each([
    {
      name: 'a draft made from an older one',
      ask: async () => {
        const { workflowId } = await create();
        return api(`/workflow-definitions/${workflowId}/draft`, {
          method: 'PUT',
          body: { definition: { ...definition, name: 'x' }, expectedDraftVersion: 0 },
        });
      },
      status: 409,
      error: { code: 'DRAFT_STALE', details: { expectedDraftVersion: 0, draftVersion: 1 } },
    },
    {
      name: 'a change of a published version',
      ask: async () =>
        api(`/workflow-definitions/${(await create()).workflowId}/1`, { method: 'PUT', body: { definition } }),
      status: 400,
      error: { code: 'INVALID_INPUT', details: { issues: [{ path: '/version' }] } },
    },
    {
      name: 'an unknown member',
      ask: () => api('/workflow-definitions', { body: { name: 'x', definition, owner: 'me' } }),
      status: 400,
      error: { code: 'INVALID_INPUT', details: { issues: [{ path: '/owner', code: 'unknown_field' }] } },
    },
    {
      name: 'a definition without its contract',
      ask: () => api('/workflow-definitions', { body: { name: 'x', definition: { steps: [] } } }),
      status: 400,
      error: { code: 'INVALID_WORKFLOW_DEFINITION', details: { issues: [{ path: '/payloadSchemaRef' }] } },
    },
    {
      name: 'a workflow of another tenant',
      ask: async () => api(`/workflow-definitions/${(await create()).workflowId}/draft`, { key: stranger }),
      status: 404,
      error: { code: 'NOT_FOUND' },
    },
    {
      name: 'a change by a viewer',
      ask: () => api('/workflow-definitions', { key: viewer, body: { name: 'x', definition } }),
      status: 403,
      error: { code: 'PERMISSION_DENIED', details: { permission: 'workflow:manage' } },
    },
    {
      name: 'an import by an editor',
      ask: () => api('/workflow-definitions/import', { rawBody: mirror }),
      status: 403,
      error: { code: 'PERMISSION_DENIED', details: { permission: 'workflow:admin' } },
    },
    {
      name: 'a start without a workflow',
      ask: () => api('/workflow-runs', { body: { payload: {} } }),
      status: 400,
      error: { code: 'INVALID_INPUT', details: { issues: [{ path: '/workflowKey' }] } },
    },
    {
      name: 'a start of a draft',
      ask: async () => api('/workflow-runs', { body: { workflowId: (await create()).workflowId } }),
      status: 409,
      error: { code: 'WORKFLOW_NOT_PUBLISHED' },
    },
  ])('$name is refused by code', async ({ ask, status, error }) => {
    expect(await ask()).toMatchObject({ status, body: { error } });
  });
});

test('made-up cursors and impossible times are refused by code, never by the database', async () => {
  const { workflowId } = await create();
  await api(`/workflow-definitions/${workflowId}/draft/publish`, { method: 'POST' });
  const { runId } = (await api('/workflow-runs', { body: { workflowId } })).body;
  const keys = [
    ['x'],
    [1e300],
    ['0000-01-01T00:00:00.000Z', runId],
    [1e12, 1e12],
    [1e12, runId],
    ['\u0000', runId],
    [1, 2, 3],
  ];
  const lists = ['steps', 'timeline', 'snapshots', 'invocations', 'waits', 'logs'].map(
    (part) => `/workflow-runs/${runId}/${part}?`,
  );

  for (const path of [
    ...lists,
    `/workflow-definitions/${workflowId}/versions?`,
    '/workflow-definitions?sort=name&',
    '/workflow-runs?',
  ]) {
    for (const key of keys) {
      const answer = await api(`${path}cursor=${Buffer.from(JSON.stringify(key)).toString('base64url')}`);
      expect({ path, key, status: answer.status, code: answer.body.error?.code ?? 'CURSOR_INVALID' }).toMatchObject({
        status: answer.body.error === undefined ? 200 : 400,
        code: 'CURSOR_INVALID',
      });
    }
  }
  expect(await api('/workflow-runs?from=0000-01-01T00:00:00Z')).toMatchObject({
    status: 400,
    body: { error: { code: 'INVALID_INPUT' } },
  });
});

describe('bundles', () => {
  const load = (query = '', rawBody = mirror) => api(`/workflow-definitions/import${query}`, { key: admin, rawBody });

  test('an import answers what became of it, and the export has the same canonical bytes', async () => {
    const answer = await load();

    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body).sort()).toEqual([
      'createdPublishedVersions',
      'createdWorkflows',
      'deletedWorkflows',
      'updatedWorkflows',
      'warnings',
    ]);
    expect(answer.body.createdPublishedVersions).toMatchObject([
      { key: 'mirror.follow-changes', versions: [1] },
      { key: 'mirror.set-up-links', versions: [1] },
    ]);

    const exported = await api('/workflow-definitions/export?keys=mirror.set-up-links,mirror.follow-changes', {
      key: admin,
    });
    expect(exported.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(exported.headers.get('content-disposition')).toContain('workflows.bundle.json');
    expect(exported.text).toBe(canonicalJson(JSON.parse(exported.text)));
    expect(withoutIds(exported.text)).toBe(withoutIds(mirror));
    const [one] = answer.body.createdWorkflows;
    const alone = await api(`/workflow-definitions/${one.workflowId}/export`, { key: admin });
    expect(alone.body).toMatchObject({
      format: 'alga-psa.workflow-bundle',
      formatVersion: 1,
      workflows: [{ key: one.key }],
    });
  });

  test('a second import is a conflict; force overwrites, recreate replaces, a dry run only says so', async () => {
    const { createdWorkflows } = (await load()).body;

    expect(await load()).toMatchObject({
      status: 409,
      body: {
        error: { code: 'WORKFLOW_KEY_CONFLICT', details: { keys: ['mirror.follow-changes', 'mirror.set-up-links'] } },
      },
    });
    expect((await load('?force=true')).body).toMatchObject({
      updatedWorkflows: createdWorkflows,
      deletedWorkflows: [],
    });
    expect((await load('?force=recreate&dryRun=true')).body).toMatchObject({ deletedWorkflows: createdWorkflows });
    expect((await api('/workflow-definitions')).body.items).toHaveLength(2);
    expect((await load('?force=recreate')).body).toMatchObject({
      deletedWorkflows: createdWorkflows,
      updatedWorkflows: [],
    });
  });

  test('what is no bundle is refused, and so is more than 16 MiB', async () => {
    expect(await load('', '[]')).toMatchObject({ status: 400, body: { error: { code: 'INVALID_BUNDLE' } } });
    expect(await load('', '{"format"')).toMatchObject({ status: 400, body: { error: { code: 'INVALID_JSON' } } });
    expect(await load('?force=perhaps')).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_INPUT', details: { issues: [{ path: '/force' }] } } },
    });
    expect(await load('', `"${'x'.repeat(MAX_BUNDLE_BYTES)}"`)).toMatchObject({
      status: 413,
      body: { error: { code: 'PAYLOAD_TOO_LARGE' } },
    });
    expect((await api('/workflow-definitions')).body.items).toEqual([]);
  });
});

/** Ids and the time of the export belong to an installation. */
function withoutIds(text: string): string {
  return text.replace(/"id": "[0-9a-f-]{36}"/g, '"id": ""').replace(/"exportedAt": "[^"]*"/, '"exportedAt": ""');
}
