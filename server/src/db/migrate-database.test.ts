import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../kernel/config.ts';
import { createEmptyDatabase } from '../testing/test-database.ts';
import { connectAsOwner } from './connection.ts';
import { databaseStatus } from './database-status.ts';
import { migrateDatabase } from './migrate-database.ts';
import { readMigrations } from './migrations/read-migrations.ts';

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;

beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database.close());

const config = () => parseConfig({ DATABASE_URL: database.url });

test('the status names what is pending, and after migrating what is applied', async () => {
  const names = (await readMigrations()).map(({ name }) => name);

  expect((await databaseStatus(config())).migrations).toEqual(
    names.map((name) => ({ name, state: 'pending', appliedAt: null })),
  );
  expect(await migrateDatabase(config())).toEqual({ applied: names });
  expect(await migrateDatabase(config())).toEqual({ applied: [] });

  const status = await databaseStatus(config());
  expect(status).toMatchObject({ kind: 'external', serverVersion: expect.stringMatching(/^\d+\.\d+/) });
  expect(status.migrations.map(({ name, state }) => ({ name, state }))).toEqual(
    names.map((name) => ({ name, state: 'applied' })),
  );
});

test('the status tells edited, failed and unknown migrations apart', async () => {
  await migrateDatabase(config());
  const owner = await connectAsOwner(database.url);
  const [first] = await readMigrations();
  await owner.query("UPDATE _prisma_migrations SET checksum = 'another' WHERE migration_name = $1", [first?.name]);
  await owner.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_from_the_future', '2999-01-01')",
  );

  const states = async () =>
    Object.fromEntries((await databaseStatus(config())).migrations.map(({ name, state }) => [name, state]));
  expect(await states()).toMatchObject({ [`${first?.name}`]: 'edited', '29990101000000_from_the_future': 'unknown' });

  await owner.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [first?.name]);
  expect(await states()).toMatchObject({ [`${first?.name}`]: 'failed' });
  await owner.end();
});

test('a database that does not answer is named in one sentence', async () => {
  const unreachable = parseConfig({ DATABASE_URL: 'postgresql://penstock@127.0.0.1:1/penstock' });

  await expect(migrateDatabase(unreachable)).rejects.toThrow('The database at 127.0.0.1:1 does not answer.');
});
