import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await createTestServer();
  key = await server.keyOf('viewer');
});
afterAll(() => server.close());

const get = (path: string) => server.request(`/api/workflow/registry/${path}`, { key });

test('actions come with schemas, effect, permission and the keys of their labels', async () => {
  const { items } = (await get('actions')).body;

  expect(items.find((action: { id: string }) => action.id === 'store.increment')).toMatchObject({
    version: 1,
    group: 'store',
    permission: 'workflow:manage',
    effect: 'transactional',
    keyField: { name: 'idempotency_key', onReuse: 'refuse' },
    inputSchema: { type: 'object', required: ['namespace', 'key'], additionalProperties: false },
    outputSchema: { required: ['value', 'revision'] },
    editor: { '/namespace': { kind: 'softEnum', suggestions: 'store.namespaces' } },
    labelKey: 'actions.store.increment.label',
  });
});

test('kinds of steps come with the pipes that they hold and the schema of their config', async () => {
  const { items } = (await get('nodes')).body;

  expect(items.find((node: { type: string }) => node.type === 'control.if')).toMatchObject({
    slots: [
      { name: 'then', optional: false },
      { name: 'else', optional: true },
    ],
    configSchema: null,
  });
  expect(items.find((node: { type: string }) => node.type === 'time.wait')).toMatchObject({
    slots: [],
    configSchema: { type: 'object' },
  });
});

test('event types come with their schemas, and a schema is found by its reference', async () => {
  const { items } = (await get('events')).body;
  const created = items.find((entry: { eventType: string }) => entry.eventType === 'PROJECT_TASK_CREATED');

  expect((await get(`schemas/${created.payloadSchemaRef}`)).body).toEqual(created.payloadSchema);
  const refused = await get('schemas/payload.Nothing.v1');
  expect(refused.status).toBe(404);
  expect(refused.body.error.details).toEqual({ resource: 'payload_schema', id: 'payload.Nothing.v1' });
});

test('the catalog of the designer has every action once, in its group', async () => {
  const catalog = (await get('designer-catalog')).body;
  const { items } = (await get('actions')).body;

  const grouped = catalog.groups.flatMap((group: { actions: { id: string }[] }) => group.actions.map(({ id }) => id));
  expect(grouped.toSorted()).toEqual(items.map(({ id }: { id: string }) => id).toSorted());
  expect(catalog.groups.map((group: { group: string }) => group.group)).toContain('links');
  expect(catalog.nodes.length).toBeGreaterThan(0);
});
