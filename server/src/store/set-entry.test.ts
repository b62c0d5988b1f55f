import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../kernel/json.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { deleteEntry } from './delete-entry.ts';
import { findEntry } from './find-entry.ts';
import { getEntry } from './get-entry.ts';
import { type SetEntryInput, setEntry } from './set-entry.ts';

const clock = createFakeClock();
const limits = { maxValueBytes: 1000 };
const address = { namespace: 'sync-cursor', key: 'acme' };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(() => database.truncate());

const set = (input: Partial<SetEntryInput> = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) =>
    setEntry(tx, buildWriter(), { ...address, value: 'first', valueType: 'json', ...input }, limits),
  );
const find = (tenant = database.tenant) => database.db.withTenant(tenant, (tx) => findEntry(tx, address));
const countRows = async () => {
  const [row] = await database.asOwner<{ count: number }>(
    `SELECT (SELECT count(*) FROM workflow_data_store) + (SELECT count(*) FROM workflow_data_store_history)
       + (SELECT count(*) FROM audit_logs) AS count`,
  );
  return row?.count;
};

describe('setting a value', () => {
  test('a new key starts at revision 1 and each further value is the next revision', async () => {
    expect(await set()).toEqual({ revision: 1, created: true });
    expect(await set({ value: { since: [1, null] }, valueType: 'string' })).toEqual({ revision: 2, created: false });

    expect(await find()).toMatchObject({
      ...address,
      value: { since: [1, null] },
      valueType: 'string',
      revision: 2,
      expiresAt: null,
      createdAt: '2026-03-01T09:00:00.000Z',
    });
  });

  const values: { name: string; value: Json }[] = [
    { name: 'null', value: null },
    { name: 'false', value: false },
    { name: 'an empty text', value: '' },
    { name: 'a text that looks like JSON', value: '{"a":1}' },
    { name: 'an empty list', value: [] },
    { name: 'the largest whole number', value: Number.MAX_SAFE_INTEGER },
    { name: 'a fraction', value: 0.1 },
    { name: 'the smallest number', value: 5e-324 },
    { name: 'the largest number', value: 1.7976931348623157e308 },
    { name: 'text of many scripts', value: 'ä漢🙂\u2028"\\' },
    { name: 'a member named __proto__', value: JSON.parse('{"__proto__":{"a":1}}') },
  ];
  test.each(values)('$name comes back unchanged', async ({ value }) => {
    await set({ value });

    const entry = await find();

    expect(entry).not.toBeNull();
    expect(JSON.stringify(entry?.value)).toBe(JSON.stringify(value));
  });

  test('an entry made by a run remembers the run, whoever changes it later', async () => {
    const writer = buildRunWriter();
    await database.db.withTenant(database.tenant, (tx) =>
      setEntry(tx, writer, { ...address, value: 1, valueType: 'json' }, limits),
    );
    await set({ value: 2 });

    const rows = await database.asOwner('SELECT created_by_run_id FROM workflow_data_store');

    expect(rows).toEqual([{ created_by_run_id: writer.run?.runId }]);
  });

  test('listeners hear of the change after it has committed', async () => {
    const heard: string[] = [];
    const stop = database.signals.subscribe((signal) => heard.push(`${signal.kind} ${signal.id}`));

    await set();
    stop();

    expect(heard).toEqual(['store sync-cursor']);
  });
});

describe('compare and set', () => {
  test('revision 0 creates, and only creates', async () => {
    expect(await set({ ifRevision: 0 })).toEqual({ revision: 1, created: true });

    await expect(set({ ifRevision: 0, value: 'second' })).rejects.toMatchObject({
      code: 'STORE_REVISION_CONFLICT',
      details: { ...address, ifRevision: 0, revision: 1 },
    });
    expect(await find()).toMatchObject({ value: 'first', revision: 1 });
  });

  test('the current revision is replaced, any other is refused', async () => {
    await set();
    expect(await set({ ifRevision: 1, value: 'second' })).toEqual({ revision: 2, created: false });

    await expect(set({ ifRevision: 1, value: 'third' })).rejects.toMatchObject({
      code: 'STORE_REVISION_CONFLICT',
      details: { ifRevision: 1, revision: 2 },
    });
    await expect(set({ ifRevision: 3, value: 'third' })).rejects.toMatchObject({ code: 'STORE_REVISION_CONFLICT' });
    expect(await find()).toMatchObject({ value: 'second', revision: 2 });
  });

  test('a revision of a key that is not there is a conflict and leaves nothing behind', async () => {
    await expect(set({ ifRevision: 1 })).rejects.toMatchObject({
      code: 'STORE_REVISION_CONFLICT',
      details: { ...address, ifRevision: 1, revision: null },
    });

    expect(await countRows()).toBe(0);
  });

  test('a deleted key counts as missing', async () => {
    await set();
    await database.db.withTenant(database.tenant, (tx) => deleteEntry(tx, buildWriter(), address));

    await expect(set({ ifRevision: 1 })).rejects.toMatchObject({ code: 'STORE_REVISION_CONFLICT' });
    expect(await set({ ifRevision: 0 })).toEqual({ revision: 1, created: true });
  });
});

describe('time to live', () => {
  test('an entry is there until its time and gone from that instant on, without a write', async () => {
    await set({ ttlSeconds: 60 });
    const before = await countRows();

    clock.advance(59_999);
    expect(await find()).toMatchObject({ expiresAt: '2026-03-01T09:01:00.000Z' });
    clock.advance(1);

    expect(await find()).toBeNull();
    await expect(database.db.withTenant(database.tenant, (tx) => getEntry(tx, address))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await countRows()).toBe(before);
    clock.set('2026-03-01T09:00:00.000Z');
  });

  test('a plain set takes an earlier end away', async () => {
    await set({ ttlSeconds: 60 });
    await set({ value: 'second' });

    expect(await find()).toMatchObject({ expiresAt: null, revision: 2 });
  });

  test('an expired entry counts as missing: revision 0 creates a new life, its old revision conflicts', async () => {
    await set({ ttlSeconds: 60 });
    const first = await find();
    clock.advance(60_000);

    await expect(set({ ifRevision: 1 })).rejects.toMatchObject({ details: { revision: null } });
    expect(await set({ ifRevision: 0, value: 'again' })).toEqual({ revision: 1, created: true });

    const second = await find();
    expect(second).toMatchObject({ value: 'again', revision: 1, createdAt: '2026-03-01T09:01:00.000Z' });
    expect(second?.storeId).not.toBe(first?.storeId);
    clock.set('2026-03-01T09:00:00.000Z');
  });
});

describe('refused values', () => {
  test('the cap counts UTF-8 bytes of the JSON text, and its last byte fits', async () => {
    expect(await set({ value: 'ä'.repeat(499) })).toMatchObject({ revision: 1 });

    await expect(set({ value: `${'ä'.repeat(499)}x` })).rejects.toMatchObject({
      code: 'STORE_VALUE_TOO_LARGE',
      details: { sizeBytes: 1001, maxBytes: 1000 },
    });
  });

  test.each([
    { name: 'a missing value', value: undefined as unknown as Json, path: '/value' },
    { name: 'NUL in a text', value: { note: ['a\u0000'] }, path: '/value/note/0' },
    { name: 'half of a surrogate pair', value: '\ud83d', path: '/value' },
    { name: 'endless nesting', value: JSON.parse('['.repeat(400) + ']'.repeat(400)) as Json, path: /^\/value\/0/ },
  ])('$name is refused by name and nothing is written', async ({ value, path }) => {
    const refused = set({ value });

    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(refused).rejects.toMatchObject({
      details: { issues: [{ path: typeof path === 'string' ? path : expect.stringMatching(path) }] },
    });
    expect(await countRows()).toBe(0);
  });
});

test('a tenant neither sees nor changes what another tenant keeps under the same name', async () => {
  await set({ value: 'mine' });

  expect(await find(database.otherTenant)).toBeNull();
  expect(await set({ value: 'theirs', ifRevision: 0 }, database.otherTenant)).toEqual({ revision: 1, created: true });
  expect(await find()).toMatchObject({ value: 'mine', revision: 1 });
});
