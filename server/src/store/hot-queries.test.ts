import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Tx } from '../db/tx.ts';
import { encodeCursor } from '../kernel/pagination.ts';
import { deleteLinks } from '../links/delete-links.ts';
import { listLinks } from '../links/list-links.ts';
import { lookupLinks } from '../links/lookup-links.ts';
import { upsertLink } from '../links/upsert-link.ts';
import { buildWriter } from '../testing/builders.ts';
import { recordingTx, tablesReadWhole } from '../testing/explain.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { browseEntries } from './browse-entries.ts';
import { deleteEntry } from './delete-entry.ts';
import { findEntry } from './find-entry.ts';
import { incrementEntry } from './increment-entry.ts';
import { listCollections } from './list-collections.ts';
import { listEntries } from './list-entries.ts';
import { listEntryHistory } from './list-entry-history.ts';
import { setEntry } from './set-entry.ts';
import { sweepExpired } from './sweep-expired.ts';

const writer = buildWriter();
const limits = { maxValueBytes: 1000 };
const address = { namespace: 'n7', key: 'k77' };
const from = { type: 'task', id: '77' };
const to = { type: 'task', id: '78' };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await fill(database);
});
afterAll(() => database.close());

/** 100,000 entries, revisions and links of one tenant, analysed. */
async function fill({ asOwner, tenant }: TestDatabase): Promise<void> {
  await asOwner(
    `INSERT INTO workflow_data_store (tenant, store_id, namespace, key, value, expires_at, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'n' || n % 10, 'k' || n, '1', CASE WHEN n % 100 = 0 THEN now() + n * interval '1 second' END, now(), now()
     FROM generate_series(1, 100000) AS n`,
    [tenant],
  );
  await asOwner(
    `INSERT INTO workflow_data_store_history
       (tenant, history_id, namespace, key, operation, revision, actor_type, source, created_at)
     SELECT $1, gen_random_uuid(), 'n' || n % 10, 'k' || n, 'set', 1, 'user', 'api', now() FROM generate_series(1, 100000) AS n`,
    [tenant],
  );
  await asOwner(
    `INSERT INTO workflow_entity_links
       (tenant, link_id, namespace, left_type, left_id, right_type, right_id, relation, created_at, updated_at)
     SELECT $1, gen_random_uuid(), 'n' || n % 10, 'task', n % 20000, 'task', (n + 1) % 20000, 'related', now() + n * interval '1 ms', now()
     FROM generate_series(1, 100000) AS n ON CONFLICT DO NOTHING`,
    [tenant],
  );
  await asOwner('ANALYZE workflow_data_store, workflow_data_store_history, workflow_entity_links');
}

const services: { name: string; run: (tx: Tx) => Promise<unknown> }[] = [
  { name: 'finding a value', run: (tx) => findEntry(tx, address) },
  { name: 'setting a value', run: (tx) => setEntry(tx, writer, { ...address, value: 1, valueType: 'json' }, limits) },
  { name: 'counting', run: (tx) => incrementEntry(tx, writer, { ...address, by: 1, initial: 0 }) },
  { name: 'deleting a value', run: (tx) => deleteEntry(tx, writer, address) },
  {
    name: 'a later page of values',
    run: (tx) => listEntries(tx, { namespace: 'n7', prefix: 'k7', limit: 100, cursor: encodeCursor(['k75']) }),
  },
  {
    name: 'a filtered page of values with their last writes',
    run: (tx) => browseEntries(tx, { namespace: 'n7', prefix: 'k7', valueType: 'json', expiry: 'never', limit: 100 }),
  },
  { name: 'collections by name', run: (tx) => listCollections(tx, { search: 'n', limit: 100 }) },
  { name: 'history of a value', run: (tx) => listEntryHistory(tx, { ...address, limit: 100 }) },
  { name: 'sweeping', run: (tx) => sweepExpired(tx, writer) },
  {
    name: 'linking',
    run: (tx) => upsertLink(tx, writer, { namespace: 'n7', from, to, relation: 'related', attributes: {} }, limits),
  },
  {
    name: 'looking up both ways',
    run: (tx) => lookupLinks(tx, { namespace: 'n7', from, direction: 'either', limit: 100 }),
  },
  { name: 'everything around a record', run: (tx) => listLinks(tx, { from, direction: 'either', limit: 100 }) },
  { name: 'links of a namespace', run: (tx) => listLinks(tx, { namespace: 'n7', limit: 100 }) },
  { name: 'unlinking', run: (tx) => deleteLinks(tx, writer, { namespace: 'n7', from }) },
];

test('a read from end to end is noticed', async () => {
  const plan = await database.db.withTenant(database.tenant, (tx) =>
    tablesReadWhole(tx, { text: "SELECT 1 FROM workflow_data_store WHERE value = '7'::jsonb" }),
  );

  expect(plan).toEqual(['workflow_data_store']);
});

test.each(services)('$name reads no table from end to end', async ({ run }) => {
  await database.db.withTenant(database.tenant, async (tx) => {
    const { tx: recorded, statements } = recordingTx(tx);
    await run(recorded);

    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(await tablesReadWhole(tx, statement)).toEqual([]);
  });
});
