import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Writer } from '../kernel/actor.ts';
import { deleteLinks } from '../links/delete-links.ts';
import { upsertLink } from '../links/upsert-link.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { browseEntries } from './browse-entries.ts';
import { incrementEntry } from './increment-entry.ts';
import { listCollections } from './list-collections.ts';
import type { ListEntriesInput } from './list-entries.ts';
import { type SetEntryInput, setEntry } from './set-entry.ts';

const START = '2026-03-01T09:00:00.000Z';
const clock = createFakeClock(START);
const limits = { maxValueBytes: 1000 };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set(START);
  await database.truncate();
});

const put = (key: string, changes: Partial<SetEntryInput> = {}, writer: Writer = buildWriter()) =>
  database.db.withTenant(database.tenant, (tx) =>
    setEntry(tx, writer, { namespace: 'n', key, value: key, valueType: 'string', ...changes }, limits),
  );
const browse = (input: Partial<ListEntriesInput> = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) => browseEntries(tx, { namespace: 'n', limit: 100, ...input }));
const keysOf = async (input: Partial<ListEntriesInput>) => (await browse(input)).items.map((entry) => entry.key);

async function insertRun(runId: string, { name, steps }: { name: string; steps: object[] }): Promise<void> {
  const workflowId = '01900000-0000-7000-8000-00000000c001';
  const person = buildWriter().actor.id;
  await database.asOwner(
    `INSERT INTO workflow_definitions (tenant, workflow_id, key, name, draft_definition, draft_version, payload_schema_ref, created_by, updated_by, created_at, updated_at)
     VALUES ($1, $2, 'mirror', $3, '{}', 1, 'payload.Any.v1', $4, $4, now(), now())`,
    [database.tenant, workflowId, name, person],
  );
  await database.asOwner(
    `INSERT INTO workflow_definition_versions (tenant, version_id, workflow_id, version, definition_json, definition_hash, published_by, published_at)
     VALUES ($1, $2, $2, 1, $3, 'hash', $4, now())`,
    [database.tenant, workflowId, JSON.stringify({ steps }), person],
  );
  await database.asOwner(
    `INSERT INTO workflow_runs (tenant, run_id, workflow_id, workflow_version, status, input_json, actor_id, actor_type, definition_hash, started_at, updated_at)
     VALUES ($1, $2, $3, 1, 'SUCCEEDED', '{}', $4, 'user', 'hash', now(), now())`,
    [database.tenant, runId, workflowId, person],
  );
}

describe('filters', () => {
  test('a type shows the entries of that type alone', async () => {
    await put('text');
    await put('count', { value: 1, valueType: 'number' });
    await put('flag', { value: true, valueType: 'boolean' });
    await put('object', { value: {}, valueType: 'json' });

    expect(await keysOf({ valueType: 'number' })).toEqual(['count']);
    expect(await keysOf({ valueType: 'json' })).toEqual(['object']);
    expect(await keysOf({})).toEqual(['count', 'flag', 'object', 'text']);
  });

  test('entries that end some day are told from those that never do', async () => {
    await put('held', { ttlSeconds: 60 });
    await put('kept');
    await put('over', { ttlSeconds: 1 });
    clock.advance(1000);

    expect(await keysOf({ expiry: 'expires' })).toEqual(['held']);
    expect(await keysOf({ expiry: 'never' })).toEqual(['kept']);
  });

  test('filters join the prefix, and pages go on under them', async () => {
    for (const key of ['a-1', 'a-2', 'a-3', 'b-1']) await put(key, { value: 1, valueType: 'number' });
    await put('a-2b');

    const first = await browse({ prefix: 'a-', valueType: 'number', limit: 2 });
    const second = await browse({ prefix: 'a-', valueType: 'number', limit: 2, cursor: first.nextCursor ?? '' });

    expect([first, second].map((page) => page.items.map((entry) => entry.key))).toEqual([['a-1', 'a-2'], ['a-3']]);
    expect(second.nextCursor).toBeNull();
  });
});

describe('the last write', () => {
  test('a change by hand says who made it and why', async () => {
    const writer = buildWriter({ source: 'ui', reason: 'counted twice' });
    await database.asOwner(`INSERT INTO "user" (id, name, email) VALUES ($1, 'Maja Lindqvist', 'maja@example.com')`, [
      writer.actor.id,
    ]);
    await put('k', {}, buildWriter());
    clock.advance(5000);
    await put('k', { value: 'again' }, writer);

    const [entry] = (await browse()).items;

    expect(entry?.lastWrite).toMatchObject({
      source: 'ui',
      reason: 'counted twice',
      changedAt: '2026-03-01T09:00:05.000Z',
      runId: null,
      names: { actor: 'Maja Lindqvist', workflow: null, step: null },
    });
  });

  test('a change by a run names the workflow and the step', async () => {
    const inner = { id: 'count', type: 'action.call', name: 'Count the copy', config: { actionId: 'store.increment' } };
    const writer = buildRunWriter({ stepPath: 'root.steps[0].body.steps[0]', stepId: 'count' });
    await insertRun(writer.run?.runId ?? '', {
      name: 'Project task mirror',
      steps: [{ id: 'each', type: 'control.forEach', body: [inner] }],
    });
    await database.db.withTenant(database.tenant, (tx) =>
      incrementEntry(tx, writer, { namespace: 'n', key: 'k', by: 1, initial: 0 }),
    );

    const [entry] = (await browse()).items;

    expect(entry?.lastWrite).toMatchObject({
      runId: writer.run?.runId,
      names: {
        workflow: 'Project task mirror',
        step: { name: 'Count the copy', actionId: 'store.increment', type: 'action.call' },
      },
    });
  });

  test('names that are gone are left out, the change stays', async () => {
    await put('k', {}, buildRunWriter());

    const [entry] = (await browse()).items;

    expect(entry?.lastWrite).toMatchObject({ source: 'run', names: { actor: null, workflow: null, step: null } });
  });

  test('each entry has its own, and another tenant sees none', async () => {
    await put('a', {}, buildWriter({ reason: 'first' }));
    await put('b', {}, buildWriter({ reason: 'second' }));

    expect((await browse()).items.map((entry) => entry.lastWrite?.reason)).toEqual(['first', 'second']);
    expect(await browse({}, database.otherTenant)).toEqual({ items: [], nextCursor: null });
  });
});

describe('collections', () => {
  const link = (namespace: string) =>
    database.db.withTenant(database.tenant, (tx) =>
      upsertLink(
        tx,
        buildWriter(),
        { namespace, from: { type: 'a', id: '1' }, to: { type: 'b', id: '2' }, relation: 'related', attributes: {} },
        limits,
      ),
    );
  const collections = (
    input: { search?: string; namespace?: string; limit?: number; cursor?: string } = {},
    tenant = database.tenant,
  ) => database.db.withTenant(tenant, (tx) => listCollections(tx, { limit: 100, ...input }));

  test('entries and links of the same name are one collection with both counts', async () => {
    await put('1', { namespace: 'mirror' });
    await put('2', { namespace: 'mirror' });
    await put('over', { namespace: 'mirror', ttlSeconds: 1 });
    await put('over', { namespace: 'gone', ttlSeconds: 1 });
    await link('mirror');
    await link('duplicates');
    clock.advance(1000);

    expect(await collections()).toEqual({
      items: [
        { namespace: 'duplicates', keyCount: 0, linkCount: 1 },
        { namespace: 'mirror', keyCount: 2, linkCount: 1 },
      ],
      nextCursor: null,
    });
    expect((await collections({ namespace: 'mirror' })).items).toMatchObject([{ namespace: 'mirror', keyCount: 2 }]);
    expect((await collections({}, database.otherTenant)).items).toEqual([]);
  });

  test('one whose last link is deleted is gone', async () => {
    await link('duplicates');
    await database.db.withTenant(database.tenant, (tx) =>
      deleteLinks(tx, buildWriter(), { namespace: 'duplicates', from: { type: 'a', id: '1' } }),
    );

    expect((await collections()).items).toEqual([]);
  });

  test('they are found by any part of the name, in any case, page by page', async () => {
    for (const namespace of ['Sync-a', 'nightly-sync', 'other', 'sync-b']) await put('k', { namespace });

    const first = await collections({ search: 'sync', limit: 2 });
    const second = await collections({ search: 'sync', limit: 2, cursor: first.nextCursor ?? '' });

    expect(first.items.map((item) => item.namespace)).toEqual(['Sync-a', 'nightly-sync']);
    expect(second.items.map((item) => item.namespace)).toEqual(['sync-b']);
    expect(second.nextCursor).toBeNull();
    expect((await collections({ search: '%' })).items).toEqual([]);
  });
});
