import { createHash } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmptyDatabase } from '../../testing/test-database.ts';
import { connectAsOwner } from '../connection.ts';
import { applyMigrations } from './apply-migrations.ts';
import type { Migration } from './read-migrations.ts';

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
let client: pg.Client;

beforeEach(async () => {
  database = await createEmptyDatabase();
  client = await connectAsOwner(database.url);
});
afterEach(async () => {
  await client.end();
  await database.close();
});

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});

const createNotes = migration('20260101000000_create_notes', 'CREATE TABLE notes (text text)');
const addAuthor = migration('20260102000000_add_author', 'ALTER TABLE notes ADD COLUMN author text');

test('migrations apply in order, once', async () => {
  expect(await applyMigrations(client, [createNotes])).toEqual([createNotes.name]);
  expect(await applyMigrations(client, [createNotes, addAuthor])).toEqual([addAuthor.name]);
  expect(await applyMigrations(client, [createNotes, addAuthor])).toEqual([]);

  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at IS NOT NULL AS done FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows).toEqual([
    { migration_name: createNotes.name, checksum: createNotes.checksum, done: true },
    { migration_name: addAuthor.name, checksum: addAuthor.checksum, done: true },
  ]);
});

test('of three processes that start at once one applies them', async () => {
  const clients = await Promise.all([1, 2, 3].map(() => connectAsOwner(database.url)));

  const applied = await Promise.all(clients.map((each) => applyMigrations(each, [createNotes, addAuthor])));

  expect(applied.flat().sort()).toEqual([createNotes.name, addAuthor.name]);
  await Promise.all(clients.map((each) => each.end()));
});

test('a file that was edited after it was applied stops the start', async () => {
  await applyMigrations(client, [createNotes]);

  const edited = migration(createNotes.name, 'CREATE TABLE notes (text text, author text)');
  await expect(applyMigrations(client, [edited])).rejects.toThrow(
    'The migration 20260101000000_create_notes was edited after it was applied.',
  );
});

test('a database of a newer version is refused with a sentence', async () => {
  await applyMigrations(client, [createNotes, addAuthor]);

  await expect(applyMigrations(client, [createNotes])).rejects.toThrow(
    'The database belongs to a newer Penstock: it has migrations that this one does not know (20260102000000_add_author).',
  );
});

test('a file that fails leaves nothing behind and the next try starts at it', async () => {
  const broken = migration(addAuthor.name, 'ALTER TABLE notes ADD COLUMN author text; SELECT 1 / 0');

  await expect(applyMigrations(client, [createNotes, broken])).rejects.toThrow(
    'The migration 20260102000000_add_author failed: division by zero',
  );

  const { rows } = await client.query("SELECT column_name FROM information_schema.columns WHERE table_name = 'notes'");
  expect(rows).toEqual([{ column_name: 'text' }]);
  expect(await applyMigrations(client, [createNotes, addAuthor])).toEqual([addAuthor.name]);
});

test('a file may run outside a transaction, and when it fails half-way the next start says so', async () => {
  const concurrent = (sql: string) => migration('20260103000000_index_notes', `-- migrate:no-transaction\n${sql}`);
  await applyMigrations(client, [createNotes]);

  const broken = concurrent('CREATE INDEX CONCURRENTLY notes_text ON notes (nothing)');
  await expect(applyMigrations(client, [createNotes, broken])).rejects.toThrow(
    'failed: column "nothing" does not exist',
  );
  await expect(applyMigrations(client, [createNotes, broken])).rejects.toThrow('failed half-way earlier');

  await client.query("DELETE FROM _prisma_migrations WHERE migration_name = '20260103000000_index_notes'");
  const repaired = concurrent('CREATE INDEX CONCURRENTLY notes_text ON notes (text)');
  expect(await applyMigrations(client, [createNotes, repaired])).toEqual([repaired.name]);
});

test('a process that waits too long for another one gives up with a sentence', async () => {
  const other = await connectAsOwner(database.url);
  await other.query('SELECT pg_advisory_lock(72707369)');

  await expect(applyMigrations(client, [createNotes], { lockTimeoutMs: 1 })).rejects.toThrow(
    'Another process is migrating the database',
  );

  await other.end();
});

test('a user who may not make roles is told the statements to run', async () => {
  await client.query('CREATE ROLE modest LOGIN');
  await client.query('GRANT CREATE ON SCHEMA public TO modest');
  const url = new URL(database.url);
  url.username = 'modest';
  const modest = await connectAsOwner(url.href);

  await expect(applyMigrations(modest, [createNotes])).rejects.toThrow('  GRANT penstock_app TO modest;');

  await client.query('GRANT penstock_app TO modest');
  expect(await applyMigrations(modest, [createNotes])).toEqual([createNotes.name]);
  await modest.end();
});
