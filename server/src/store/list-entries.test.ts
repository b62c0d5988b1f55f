import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { encodeCursor } from '../kernel/pagination.ts';
import { buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { deleteEntry } from './delete-entry.ts';
import { listEntries } from './list-entries.ts';
import { listStoreNamespaces } from './list-namespaces.ts';
import { setEntry } from './set-entry.ts';

const START = '2026-03-01T09:00:00.000Z';
const clock = createFakeClock(START);
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set(START);
  await database.truncate();
});

const put = (key: string, { namespace = 'n', ttlSeconds }: { namespace?: string; ttlSeconds?: number } = {}) =>
  database.db.withTenant(database.tenant, (tx) =>
    setEntry(
      tx,
      buildWriter(),
      { namespace, key, value: key, valueType: 'string', ...(ttlSeconds && { ttlSeconds }) },
      { maxValueBytes: 1000 },
    ),
  );
const list = (input: { prefix?: string; limit?: number; cursor?: string } = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) => listEntries(tx, { namespace: 'n', limit: 100, ...input }));
const keysOf = async (prefix: string) => (await list({ prefix })).items.map((entry) => entry.key);

describe('listing a namespace', () => {
  test('entries come in byte order of their keys, without those whose time is over', async () => {
    for (const key of ['b', 'ä', 'B', 'a', 'a-2', 'a 1']) await put(key);
    await put('aa', { ttlSeconds: 1 });
    await put('elsewhere', { namespace: 'm' });
    clock.advance(1000);

    const page = await list();

    expect(page.items.map((entry) => entry.key)).toEqual(['B', 'a', 'a 1', 'a-2', 'b', 'ä']);
    expect(page.nextCursor).toBeNull();
  });

  test('a prefix is taken letter by letter', async () => {
    for (const key of ['100%', '100%-net', '1000', 'a_b', 'axb', 'a\\b', 'a\\\\b']) await put(key);

    expect(await keysOf('100%')).toEqual(['100%', '100%-net']);
    expect(await keysOf('a_')).toEqual(['a_b']);
    expect(await keysOf('a\\')).toEqual(['a\\\\b', 'a\\b']);
    expect(await keysOf('%')).toEqual([]);
  });

  test('pages neither skip nor repeat what is there all the time, whatever is written in between', async () => {
    for (const key of ['b', 'd', 'f', 'h']) await put(key);
    const first = await list({ limit: 2 });

    await put('a');
    await put('c');
    await put('e');
    await database.db.withTenant(database.tenant, (tx) => deleteEntry(tx, buildWriter(), { namespace: 'n', key: 'b' }));
    const second = await list({ limit: 2, cursor: first.nextCursor ?? '' });
    const third = await list({ limit: 2, cursor: second.nextCursor ?? '' });

    expect(first.items.map((entry) => entry.key)).toEqual(['b', 'd']);
    expect(second.items.map((entry) => entry.key)).toEqual(['e', 'f']);
    expect(third.items.map((entry) => entry.key)).toEqual(['h']);
    expect(third.nextCursor).toBeNull();
  });

  test.each([
    { name: 'a number', cursor: '3' },
    { name: 'a cursor of another list', cursor: encodeCursor(['a', 'b']) },
    { name: 'a cursor of a number', cursor: encodeCursor([7]) },
  ])('$name is refused as a cursor', async ({ cursor }) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: 'CURSOR_INVALID', details: { cursor } });
  });

  test('another tenant sees none of it', async () => {
    await put('a');

    expect(await list({}, database.otherTenant)).toEqual({ items: [], nextCursor: null });
  });
});

describe('namespaces', () => {
  test('they are counted by their live entries and are not there without one', async () => {
    await put('1', { namespace: 'b' });
    await put('2', { namespace: 'b' });
    await put('3', { namespace: 'b', ttlSeconds: 1 });
    await put('1', { namespace: 'a', ttlSeconds: 1 });
    await put('1', { namespace: 'A' });
    clock.advance(1000);

    const all = await database.db.withTenant(database.tenant, (tx) => listStoreNamespaces(tx, { limit: null }));

    expect(all).toEqual({
      items: [
        { namespace: 'A', keyCount: 1 },
        { namespace: 'b', keyCount: 2 },
      ],
      nextCursor: null,
    });
  });

  test('they come page by page and by prefix', async () => {
    for (const namespace of ['sync-a', 'sync-b', 'sync-c', 'other']) await put('k', { namespace });
    const page = (cursor?: string) =>
      database.db.withTenant(database.tenant, (tx) =>
        listStoreNamespaces(tx, { prefix: 'sync-', limit: 2, ...(cursor !== undefined && { cursor }) }),
      );

    const first = await page();
    const second = await page(first.nextCursor ?? '');

    expect(first.items.map((item) => item.namespace)).toEqual(['sync-a', 'sync-b']);
    expect(second.items.map((item) => item.namespace)).toEqual(['sync-c']);
    expect(second.nextCursor).toBeNull();
  });
});
