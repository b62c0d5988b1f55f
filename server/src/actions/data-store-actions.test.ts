import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Writer } from '../kernel/actor.ts';
import { createLinksPort } from '../links/create-links-port.ts';
import type { AnyAction } from '../registry/define-action.ts';
import type { ProjectsPort } from '../registry/ports.ts';
import { createStorePort } from '../store/create-store-port.ts';
import { buildRunWriter } from '../testing/builders.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { productRegistry } from '../wiring/product-registry.ts';

const limits = { maxValueBytes: 1000 };
const registry = productRegistry();
const task = (id: string) => ({ type: 'project_task', id });
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

/** One call as a step makes it: input by schema, the action in a transaction, output by schema. */
const call = (id: string, input: object, writer: Writer = buildRunWriter()): Promise<unknown> => {
  const action = registry.action(id, 1) as AnyAction;
  return database.db.withTenant(database.tenant, async (tx) => {
    const ports = {
      store: createStorePort(tx, writer, limits),
      links: createLinksPort(tx, writer, limits),
      // No data store or link action reaches for projects.
      projects: {} as ProjectsPort,
    };
    const { runId = '', stepId = '', stepPath = '' } = writer.run ?? {};
    const context = {
      tenant: tx.tenant,
      runId,
      stepId,
      stepPath,
      attempt: 1,
      now: tx.now,
      actor: writer.actor,
      idempotencyKey: 'key',
      signal: new AbortController().signal,
      ports,
    };
    return action.output.parse(await action.run(action.input.parse(input), context));
  });
};

describe('the data store in a workflow', () => {
  test('a value set by one step is found by the next, in the words of the definition', async () => {
    expect(await call('store.get', { namespace: 'n', key: 'k' })).toEqual({
      found: false,
      value: null,
      value_type: null,
      revision: null,
      expires_at: null,
    });
    expect(
      await call('store.set', { namespace: ' n ', key: 'k', value: 'x', value_type: 'string', ttl_seconds: 60 }),
    ).toEqual({ revision: 1, created: true });
    expect(await call('store.get', { namespace: 'n', key: 'k' })).toEqual({
      found: true,
      value: 'x',
      value_type: 'string',
      revision: 1,
      expires_at: expect.stringMatching(/Z$/),
    });
  });

  test('a stored null is found', async () => {
    await call('store.set', { namespace: 'n', key: 'k', value: null });

    expect(await call('store.get', { namespace: 'n', key: 'k' })).toMatchObject({ found: true, value: null });
  });

  test('doing something once: the second to come is refused by revision 0', async () => {
    const once = { namespace: 'invoice-dunning-sent', key: 'inv-1', value: true, if_revision: 0 };
    await call('store.set', once);

    await expect(call('store.set', once)).rejects.toMatchObject({ code: 'STORE_REVISION_CONFLICT' });
  });

  test('counting starts at nought and adds one when nothing is said', async () => {
    expect(await call('store.increment', { namespace: 'n', key: 'count' })).toEqual({ value: 1, revision: 1 });
    expect(await call('store.increment', { namespace: 'n', key: 'count', by: 2.5 })).toEqual({
      value: 3.5,
      revision: 2,
    });
  });

  test('values are listed page by page, counted by namespace and deleted', async () => {
    for (const key of ['a-1', 'a-2', 'b-1']) await call('store.set', { namespace: 'n', key, value: key });

    const first = await call('store.list', { namespace: 'n', prefix: 'a-', limit: 1 });
    expect(first).toMatchObject({
      items: [
        {
          store_id: expect.any(String),
          namespace: 'n',
          key: 'a-1',
          value: 'a-1',
          value_type: 'json',
          revision: 1,
          expires_at: null,
        },
      ],
      next_cursor: expect.any(String),
    });
    const { next_cursor: cursor } = first as { next_cursor: string };
    expect(await call('store.list', { namespace: 'n', prefix: 'a-', limit: 1, cursor })).toMatchObject({
      items: [{ key: 'a-2' }],
      next_cursor: null,
    });
    expect(await call('store.list_namespaces', {})).toEqual({ namespaces: [{ namespace: 'n', key_count: 3 }] });
    expect(await call('store.delete', { namespace: 'n', key: 'b-1' })).toEqual({ deleted: true });
    expect(await call('store.delete', { namespace: 'n', key: 'b-1' })).toEqual({ deleted: false });
  });

  test('history names the run and the step', async () => {
    await call('store.set', { namespace: 'n', key: 'k', value: 1 }, buildRunWriter({ stepId: 'remember' }));

    const rows = await database.asOwner('SELECT source, step_id FROM workflow_data_store_history');
    expect(rows).toEqual([{ source: 'run', step_id: 'remember' }]);
  });
});

describe('links in a workflow', () => {
  const edge = { namespace: 'mirror', from: task('a'), to: task('b'), relation: 'mirrors' };

  test('a link made by one run is found by the next, from both ends', async () => {
    const made = await call('links.upsert', { ...edge, attributes: { fieldMap: { title: 'title' } } });
    expect(made).toEqual({ link_id: expect.any(String), created: true });
    const { link_id } = made as { link_id: string };

    const attributes = { fieldMap: { title: 'title' } };
    expect(await call('links.lookup', { namespace: 'mirror', from: task('a') })).toEqual({
      matches: [{ link_id, ...task('b'), relation: 'mirrors', attributes }],
    });
    expect(await call('links.lookup', { namespace: 'mirror', from: task('b'), direction: 'reverse' })).toEqual({
      matches: [{ link_id, ...task('a'), relation: 'mirrors', attributes }],
    });
    expect(await call('links.upsert', edge)).toEqual({ link_id, created: false });
  });

  test('relation is related when nothing is said', async () => {
    await call('links.upsert', { namespace: 'n', from: task('a'), to: task('b') });

    expect(await call('links.lookup', { namespace: 'n', from: task('a') })).toMatchObject({
      matches: [{ relation: 'related', attributes: {} }],
    });
  });

  test('the type of the other end is to_type or right_type', async () => {
    await call('links.upsert', edge);
    await call('links.upsert', { ...edge, to: { type: 'ticket', id: 't' } });
    const found = async (filter: object) =>
      ((await call('links.lookup', { namespace: 'mirror', from: task('a'), ...filter })) as { matches: unknown[] })
        .matches;

    expect(await found({ to_type: 'ticket' })).toMatchObject([{ id: 't' }]);
    expect(await found({ right_type: 'ticket' })).toMatchObject([{ id: 't' }]);
    await expect(found({ to_type: 'ticket', right_type: 'client' })).rejects.toMatchObject({
      issues: [{ path: ['right_type'] }],
    });
  });

  test('links are listed, counted and taken away', async () => {
    await call('links.upsert', edge);
    await call('links.upsert', { ...edge, to: task('c') });

    expect(await call('links.list', { namespace: 'mirror', left_type: 'project_task', limit: 1 })).toMatchObject({
      items: [
        { namespace: 'mirror', from: task('a'), to: task('b'), relation: 'mirrors', created_at: expect.any(String) },
      ],
      next_cursor: expect.any(String),
    });
    expect(await call('links.list', { namespace: 'mirror', right_type: 'ticket' })).toEqual({
      items: [],
      next_cursor: null,
    });
    expect(await call('links.list_namespaces', {})).toEqual({ namespaces: [{ namespace: 'mirror', link_count: 2 }] });
    expect(await call('links.delete', { namespace: 'mirror', from: task('a') })).toEqual({ deleted_count: 2 });
    await expect(call('links.delete', { namespace: 'mirror' })).rejects.toMatchObject({
      code: 'LINK_ENDPOINT_REQUIRED',
    });
  });
});

describe('inputs that are refused', () => {
  const set = { namespace: 'n', key: 'k', value: 1 };

  test.each([
    { name: 'no value', id: 'store.set', input: { namespace: 'n', key: 'k' }, path: ['value'] },
    { name: 'an unknown field', id: 'store.set', input: { ...set, ttl: 1 }, path: [] },
    { name: 'a blank namespace', id: 'store.set', input: { ...set, namespace: '  ' }, path: ['namespace'] },
    { name: 'a key too long', id: 'store.set', input: { ...set, key: 'k'.repeat(257) }, path: ['key'] },
    { name: 'a time to live of nought', id: 'store.set', input: { ...set, ttl_seconds: 0 }, path: ['ttl_seconds'] },
    { name: 'a negative revision', id: 'store.set', input: { ...set, if_revision: -1 }, path: ['if_revision'] },
    {
      name: 'a step without end',
      id: 'store.increment',
      input: { ...set, value: undefined, by: Infinity },
      path: ['by'],
    },
    { name: 'too many at once', id: 'store.list', input: { namespace: 'n', limit: 201 }, path: ['limit'] },
    {
      name: 'an end without an id',
      id: 'links.upsert',
      input: { namespace: 'n', from: { type: 't' }, to: task('b') },
      path: ['from', 'id'],
    },
    {
      name: 'an unknown direction',
      id: 'links.lookup',
      input: { namespace: 'n', from: task('a'), direction: 'up' },
      path: ['direction'],
    },
  ])('$name ($id)', async ({ id, input, path }) => {
    await expect(call(id, input)).rejects.toMatchObject({
      issues: expect.arrayContaining([expect.objectContaining({ path })]),
    });
    expect(await database.asOwner('SELECT 1 FROM audit_logs')).toEqual([]);
  });
});
