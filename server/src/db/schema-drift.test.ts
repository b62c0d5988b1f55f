import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLogger } from '../kernel/logger.ts';
import { diffWithSchema } from '../testing/schema-engine.ts';
import { createEmptyDatabase } from '../testing/test-database.ts';
import { connectAsOwner } from './connection.ts';
import { migrateAt } from './migrate-database.ts';

const schema = readFileSync(fileURLToPath(new URL('../../../prisma/schema.prisma', import.meta.url)), 'utf8');

let database: Awaited<ReturnType<typeof createEmptyDatabase>>;

beforeAll(async () => {
  database = await createEmptyDatabase();
  await migrateAt(database.url, silentLogger);
});
afterAll(() => database.close());

test('the migrations make what schema.prisma says', async () => {
  const difference = await diffWithSchema(database.url, schema);

  expect(difference.script.replaceAll('-- This is an empty migration.', '').trim()).toBe('');
  expect(difference.isEmpty).toBe(true);
});

test('a column that only one side has is noticed', async () => {
  const owner = await connectAsOwner(database.url);
  await owner.query('ALTER TABLE projects ADD COLUMN colour text');

  const difference = await diffWithSchema(database.url, schema);

  await owner.query('ALTER TABLE projects DROP COLUMN colour');
  await owner.end();
  expect(difference.isEmpty).toBe(false);
  expect(difference.script).toContain('colour');
});
