import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../kernel/logger.ts';
import type { Signal } from '../kernel/signals.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { decodeSignals, encodeSignals, generalWake, MAX_NOTIFICATION_BYTES } from './signal-batch.ts';
import { createSharedSignals, type SharedSignals } from './signals.ts';

let database: TestDatabase;
const opened: SharedSignals[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((signals) => signals.close()));
});
afterAll(() => database.close());

async function openSignals() {
  const signals = await createSharedSignals({ url: database.url, logger: silentLogger });
  opened.push(signals);
  const heard: Signal[] = [];
  signals.subscribe((signal) => heard.push(signal));
  return { signals, heard };
}

const tenant = '01900000-0000-7000-8000-000000000001';
const run = (id: string): Signal => ({ kind: 'run', tenant, id });

test('a signal reaches its own process at once and another one a little later, each time once', async () => {
  const [here, there] = [await openSignals(), await openSignals()];

  here.signals.publish(run('1'));
  expect(here.heard).toEqual([run('1')]);
  await expect.poll(() => there.heard).toEqual([run('1')]);

  there.signals.publish(run('2'));
  await expect.poll(() => here.heard).toEqual([run('1'), run('2')]);
  expect(there.heard).toEqual([run('1'), run('2')]);
});

test('signals of one moment travel in one notification, without repetition', async () => {
  const [here, there] = [await openSignals(), await openSignals()];
  const notifications: unknown[] = [];
  const listener = await database.db.pool.connect();
  listener.on('notification', (notification) => notifications.push(notification));
  await listener.query('LISTEN penstock_signals');

  for (const id of ['1', '2', '1', '3']) here.signals.publish(run(id));

  await expect.poll(() => there.heard).toEqual([run('1'), run('2'), run('3')]);
  await listener.query('UNLISTEN *');
  expect(notifications).toHaveLength(1);
  listener.release(true);
});

test('more than a notification holds wakes everybody in the tenant', async () => {
  const [here, there] = [await openSignals(), await openSignals()];

  for (let index = 0; index < 1_000; index += 1) here.signals.publish(run(`run-${index}-with-a-rather-long-name`));

  await expect.poll(() => there.heard).toEqual([run('')]);
});

test('a cut connection comes back and wakes everybody', async () => {
  const [here, there] = [await openSignals(), await openSignals()];

  await database.asOwner(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'penstock-signals' AND datname = current_database()",
  );

  await expect.poll(() => there.heard.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(generalWake.length);
  here.signals.publish(run('1'));
  await expect.poll(() => there.heard).toContainEqual(run('1'));
});

test('what was published just before closing is still sent', async () => {
  const [here, there] = [await openSignals(), await openSignals()];

  here.signals.publish(run('last'));
  await here.signals.close();

  await expect.poll(() => there.heard).toEqual([run('last')]);
});

test.each([
  { name: 'few', signals: [run('1'), run('2')], decoded: [run('1'), run('2')] },
  {
    name: 'many of one tenant',
    signals: Array.from({ length: 3_000 }, (_, index) => run(String(index))),
    decoded: [run('')],
  },
  {
    name: 'many tenants',
    signals: Array.from({ length: 3_000 }, (_, index): Signal => ({ kind: 'work', tenant: `tenant-${index}`, id: '' })),
    decoded: generalWake,
  },
])('$name signals fit a notification and come out as said', ({ signals, decoded }) => {
  const text = encodeSignals('sender', signals);

  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_NOTIFICATION_BYTES);
  expect(decodeSignals(text)).toEqual({ from: 'sender', signals: decoded });
});

test('a notification that is none of ours is left alone', () => {
  expect(decodeSignals('hello')).toBeUndefined();
});
