import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listAudit } from '../audit/list-audit.ts';
import { buildRunWriter, buildWriter } from '../testing/builders.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { deleteEntry } from './delete-entry.ts';
import { findEntry } from './find-entry.ts';
import { incrementEntry } from './increment-entry.ts';
import { listEntryHistory, listRunStoreChanges } from './list-entry-history.ts';
import { type SetEntryInput, setEntry } from './set-entry.ts';
import { sweepAllTenants } from './sweep-all-tenants.ts';
import { sweepExpired } from './sweep-expired.ts';

const START = '2026-03-01T09:00:00.000Z';
const clock = createFakeClock(START);
const limits = { maxValueBytes: 1000 };
const address = { namespace: 'n', key: 'k' };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set(START);
  await database.truncate();
});

const set = (input: Partial<SetEntryInput>, writer = buildWriter(), tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) =>
    setEntry(tx, writer, { ...address, value: 1, valueType: 'json', ...input }, limits),
  );
const remove = (writer = buildWriter()) =>
  database.db.withTenant(database.tenant, (tx) => deleteEntry(tx, writer, address));
const history = (input: { limit?: number; cursor?: string } = {}, tenant = database.tenant) =>
  database.db.withTenant(tenant, (tx) => listEntryHistory(tx, { ...address, limit: 100, ...input }));

describe('history', () => {
  test('every change keeps what was before and after, who made it and from where, newest first', async () => {
    const inRun = buildRunWriter({ stepPath: 'root.steps[2]', stepId: 'count', iterationKey: 'root.steps[1]#3' });
    await set({ value: null }, buildWriter({ reason: 'first' }));
    await set({ value: 41, ttlSeconds: 60 });
    await database.db.withTenant(database.tenant, (tx) => incrementEntry(tx, inRun, { ...address, by: 1, initial: 0 }));
    await remove();

    const { items } = await history();

    expect(items).toMatchObject([
      { operation: 'delete', revision: 3, valueBefore: 42, hasValue: false, runId: null },
      {
        operation: 'increment',
        revision: 3,
        valueBefore: 41,
        valueAfter: 42,
        valueType: 'number',
        expiresAt: '2026-03-01T09:01:00.000Z',
        source: 'run',
        runId: inRun.run?.runId,
        stepPath: 'root.steps[2]',
        stepId: 'count',
        iterationKey: 'root.steps[1]#3',
      },
      { operation: 'set', revision: 2, hadValue: true, valueBefore: null, valueAfter: 41 },
      {
        operation: 'set',
        revision: 1,
        hadValue: false,
        hasValue: true,
        valueAfter: null,
        reason: 'first',
        actorId: inRun.actor.id,
        actorType: 'user',
        source: 'api',
        changedAt: START,
      },
    ]);
  });

  test('a new life after the end shows both: what expired and what began', async () => {
    await set({ value: 'old', ttlSeconds: 1 });
    clock.advance(1000);
    await set({ value: 'new' });

    expect((await history()).items).toMatchObject([
      { operation: 'set', revision: 1, hadValue: false, valueAfter: 'new' },
      { operation: 'expire', revision: 1, valueBefore: 'old', hasValue: false },
      { operation: 'set', revision: 1, valueAfter: 'old' },
    ]);
  });

  test('it comes page by page', async () => {
    for (const value of [1, 2, 3]) await set({ value });

    const first = await history({ limit: 2 });
    const second = await history({ limit: 2, cursor: first.nextCursor ?? '' });

    expect(first.items.map((change) => change.valueAfter)).toEqual([3, 2]);
    expect(second.items.map((change) => change.valueAfter)).toEqual([1]);
    expect(second.nextCursor).toBeNull();
  });

  test('what the steps of one run changed is listed in order, and nothing else', async () => {
    const inRun = buildRunWriter();
    await set({ value: 1 });
    await set({ value: 2 }, inRun);
    await set({ key: 'other', value: 3 }, inRun);

    const changes = await database.db.withTenant(database.tenant, (tx) =>
      listRunStoreChanges(tx, { runId: inRun.run?.runId ?? '', limit: 100 }),
    );

    expect(changes.items.map((change) => [change.key, change.valueAfter])).toEqual([
      ['k', 2],
      ['other', 3],
    ]);
  });

  test('it is undone with the change that it tells of', async () => {
    const failing = database.db.withTenant(database.tenant, async (tx) => {
      await setEntry(tx, buildWriter(), { ...address, value: 1, valueType: 'json' }, limits);
      throw new RangeError('stop');
    });

    await expect(failing).rejects.toThrow('stop');
    expect(await history()).toEqual({ items: [], nextCursor: null });
  });

  test('another tenant sees none of it', async () => {
    await set({});

    expect((await history({}, database.otherTenant)).items).toEqual([]);
  });
});

describe('audit', () => {
  test('each change leaves one row naming the entry and its revision, but not the value', async () => {
    await set({ value: 'secret text' });
    await database.db.withTenant(database.tenant, (tx) => deleteEntry(tx, buildWriter({ reason: 'cleanup' }), address));

    const page = await database.db.withTenant(database.tenant, (tx) =>
      listAudit(tx, { recordType: 'store_entry', recordId: 'n/k', limit: 10 }),
    );

    expect(page.items).toMatchObject([
      { operation: 'store.delete', reason: 'cleanup', details: { namespace: 'n', key: 'k', revision: 1 } },
      { operation: 'store.set', details: { namespace: 'n', key: 'k', revision: 1 } },
    ]);
    expect(JSON.stringify(page)).not.toContain('secret text');
  });
});

describe('deleting', () => {
  test('it says whether there was something to delete', async () => {
    await set({});

    expect(await remove()).toEqual({ deleted: true });
    expect(await remove()).toEqual({ deleted: false });
    expect(await database.db.withTenant(database.tenant, (tx) => findEntry(tx, address))).toBeNull();
  });

  test('an entry whose time is over is nothing to delete, yet it goes', async () => {
    await set({ ttlSeconds: 1 });
    clock.advance(1000);

    expect(await remove()).toEqual({ deleted: false });
    expect(await database.asOwner('SELECT 1 FROM workflow_data_store')).toEqual([]);
    expect((await history()).items[0]).toMatchObject({ operation: 'expire', valueBefore: 1 });
  });
});

describe('sweeping', () => {
  test('only what is over goes, and each leaves an expire row of the product itself', async () => {
    await set({ key: 'over', ttlSeconds: 1 });
    await set({ key: 'later', ttlSeconds: 2 });
    await set({ key: 'never' });
    await set({ key: 'theirs', ttlSeconds: 1 }, buildWriter(), database.otherTenant);
    clock.advance(1000);

    expect(await sweepAllTenants(database.db, clock)).toEqual({ expiredCount: 2 });
    expect(await sweepAllTenants(database.db, clock)).toEqual({ expiredCount: 0 });

    expect(await database.asOwner('SELECT key FROM workflow_data_store ORDER BY key')).toEqual([
      { key: 'later' },
      { key: 'never' },
    ]);
    expect(
      await database.asOwner(
        "SELECT key, value_before, actor_type, source FROM workflow_data_store_history WHERE operation = 'expire' ORDER BY key",
      ),
    ).toEqual([
      { key: 'over', value_before: 1, actor_type: 'system', source: 'system' },
      { key: 'theirs', value_before: 1, actor_type: 'system', source: 'system' },
    ]);
  });

  test('a pass takes no more than its share, the longest expired first', async () => {
    for (const [key, ttlSeconds] of [
      ['c', 3],
      ['a', 1],
      ['b', 2],
    ] as const)
      await set({ key, ttlSeconds });
    clock.advance(5000);
    const pass = () => database.db.withTenant(database.tenant, (tx) => sweepExpired(tx, buildWriter(), 2));

    expect(await pass()).toEqual({ expiredCount: 2 });
    expect(await database.asOwner('SELECT key FROM workflow_data_store')).toEqual([{ key: 'c' }]);
    expect(await pass()).toEqual({ expiredCount: 1 });
  });

  test('an entry that a writer holds is left to the writer', async () => {
    await set({ ttlSeconds: 1 });
    clock.advance(1000);

    await database.db.withTenant(database.tenant, async (tx) => {
      await setEntry(tx, buildWriter(), { ...address, value: 'alive', valueType: 'json' }, limits);
      expect(await sweepAllTenants(database.db, clock)).toEqual({ expiredCount: 0 });
    });

    expect(await sweepAllTenants(database.db, clock)).toEqual({ expiredCount: 0 });
    expect(await database.db.withTenant(database.tenant, (tx) => findEntry(tx, address))).toMatchObject({
      value: 'alive',
      revision: 1,
    });
  });
});
