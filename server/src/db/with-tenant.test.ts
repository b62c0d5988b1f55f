import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Signal } from '../kernel/signals.ts';
import { createFakeClock } from '../testing/fake-clock.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Tx } from './tx.ts';

let database: TestDatabase;
const clock = createFakeClock();

beforeAll(async () => {
  database = await createTestDatabase({ clock });
});
beforeEach(() => database.truncate());
afterAll(() => database.close());

const insertWindow = (tx: Tx, bucket: string) =>
  tx.query({
    text: 'INSERT INTO workflow_rate_windows (tenant, bucket, window_start, points) VALUES ($1, $2, $3, 1)',
    values: [tx.tenant, bucket, tx.now],
  });

const buckets = async () => {
  const rows = await database.asOwner<{ bucket: string }>('SELECT bucket FROM workflow_rate_windows ORDER BY bucket');
  return rows.map(({ bucket }) => bucket);
};

const raise = (tx: Tx, sqlState: string) =>
  tx.query({ text: `DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '${sqlState}'; END $$` });

test('what a transaction writes is there after it, with the time of its beginning', async () => {
  const { db, tenant } = database;

  const answer = await db.withTenant(tenant, async (tx) => {
    clock.advance(5_000);
    await insertWindow(tx, 'a');
    return 'done';
  });

  expect(answer).toBe('done');
  expect(await database.asOwner('SELECT window_start FROM workflow_rate_windows')).toEqual([
    { window_start: new Date(clock.now().getTime() - 5_000) },
  ]);
});

test('a transaction that throws writes nothing and wakes nobody', async () => {
  const woken: Signal[] = [];
  const stop = database.signals.subscribe((signal) => woken.push(signal));

  const attempt = database.db.withTenant(database.tenant, async (tx) => {
    await insertWindow(tx, 'a');
    tx.signal('store', 'a');
    tx.afterCommit(() => expect.unreachable('nothing was committed'));
    throw new Error('no');
  });

  await expect(attempt).rejects.toThrow('no');
  expect(await buckets()).toEqual([]);
  expect(woken).toEqual([]);
  stop();
});

test.each([{ sqlState: '40001' }, { sqlState: '40P01' }])(
  'a replay after $sqlState keeps the time and the ids',
  async ({ sqlState }) => {
    const seen: { now: Date; ids: string[] }[] = [];

    await database.db.withTenant(database.tenant, async (tx) => {
      seen.push({ now: tx.now, ids: [tx.newId(), tx.newId()] });
      clock.advance(1_000);
      await insertWindow(tx, `try-${seen.length}`);
      if (seen.length < 3) await raise(tx, sqlState);
    });

    expect(seen).toHaveLength(3);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(await buckets()).toEqual(['try-3']);
  },
);

test('two transactions that lock the same rows crosswise both end', async () => {
  const { db, tenant } = database;
  await db.withTenant(tenant, async (tx) => {
    await insertWindow(tx, 'a');
    await insertWindow(tx, 'b');
  });
  const bothHoldTheirFirst = gate(2);
  const raisePoints = (tx: Tx, bucket: string) =>
    tx.query({ text: 'UPDATE workflow_rate_windows SET points = points + 1 WHERE bucket = $1', values: [bucket] });
  const crossing = (first: string, second: string) =>
    db.withTenant(tenant, async (tx) => {
      await raisePoints(tx, first);
      await bothHoldTheirFirst();
      await raisePoints(tx, second);
    });

  await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);

  expect(await database.asOwner('SELECT bucket, points FROM workflow_rate_windows ORDER BY bucket')).toEqual([
    { bucket: 'a', points: 3 },
    { bucket: 'b', points: 3 },
  ]);
});

test('work that is always in the way ends as database not available', async () => {
  const attempt = database.db.withTenant(database.tenant, (tx) => raise(tx, '40001'));

  await expect(attempt).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
});

test('a savepoint that throws takes back its own writes and signals only', async () => {
  const woken: Signal[] = [];
  const stop = database.signals.subscribe((signal) => woken.push(signal));
  const { tenant } = database;

  await database.db.withTenant(tenant, async (tx) => {
    await insertWindow(tx, 'before');
    tx.signal('store', 'before');
    const inner = tx.savepoint(async () => {
      await insertWindow(tx, 'inside');
      tx.signal('store', 'inside');
      await insertWindow(tx, 'before');
    });
    await expect(inner).rejects.toMatchObject({ code: '23505' });
    await tx.savepoint(() => insertWindow(tx, 'after'));
  });

  expect(await buckets()).toEqual(['after', 'before']);
  expect(woken).toEqual([{ kind: 'store', tenant, id: 'before' }]);
  stop();
});

test('signals go out once each, after the commit', async () => {
  const seenByListener: string[][] = [];
  const stop = database.signals.subscribe(() => {
    void buckets().then((found) => seenByListener.push(found));
  });

  await database.db.withTenant(database.tenant, async (tx) => {
    await insertWindow(tx, 'a');
    tx.signal('store', 'a');
    tx.signal('store', 'a');
  });

  await expect.poll(() => seenByListener).toEqual([['a']]);
  stop();
});

test('a connection that is cut is reported as database not available and not used again', async () => {
  const { db, tenant } = database;

  const attempt = db.withTenant(tenant, async (tx) => {
    const { rows } = await tx.query<{ pid: number }>({ text: 'SELECT pg_backend_pid() AS pid' });
    await database.asOwner('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await insertWindow(tx, 'a');
  });

  await expect(attempt).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', details: { retryAfterSeconds: 2 } });
  await db.withTenant(tenant, (tx) => insertWindow(tx, 'b'));
  expect(await buckets()).toEqual(['b']);
});

test('a tenant that is no uuid is refused before it reaches the database', async () => {
  await expect(database.db.withTenant("x'; DROP TABLE projects; --", async () => 'in')).rejects.toMatchObject({
    code: 'INVARIANT_BROKEN',
  });
  await expect(database.db.prismaForTenant('', async () => 'in')).rejects.toMatchObject({ code: 'INVARIANT_BROKEN' });
});

test('rows carry dates, plain numbers and parsed JSON', async () => {
  const { rows } = await database.db.pool.query(
    `SELECT 9007199254740991::bigint AS revision, '2026-03-01 10:00+01'::timestamptz AS at, '{"a": [1]}'::jsonb AS value, DATE '2026-03-01' AS day`,
  );

  expect(rows).toEqual([
    { revision: 9_007_199_254_740_991, at: new Date('2026-03-01T09:00:00Z'), value: { a: [1] }, day: '2026-03-01' },
  ]);
  await expect(database.db.pool.query('SELECT 9007199254740993::bigint')).rejects.toThrow(RangeError);
});

/** Opens when `count` callers wait at it; stays open afterwards. */
function gate(count: number): () => Promise<void> {
  let waiting = 0;
  const opened = Promise.withResolvers<void>();
  return () => {
    waiting += 1;
    if (waiting === count) opened.resolve();
    return opened.promise;
  };
}
