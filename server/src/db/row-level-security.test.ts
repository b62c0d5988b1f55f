import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { createPool } from './connection.ts';
import type { Tx } from './tx.ts';
import { createWithTenant } from './with-tenant.ts';

/** Sign-in is looked up before a tenant is known. Everything else belongs to one. */
const PLAIN_TABLES = ['account', 'apikey', 'invitation', 'member', 'organization', 'session', 'user', 'verification'];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(() => database.truncate());
afterAll(() => database.close());

/** Any tenant table does; this one needs nothing else to be there. */
const insertWindow = (tenant: string, bucket: string) => ({
  text: 'INSERT INTO workflow_rate_windows (tenant, bucket, window_start, points) VALUES ($1, $2, now(), 1)',
  values: [tenant, bucket],
});
const allBuckets = { text: 'SELECT bucket FROM workflow_rate_windows ORDER BY bucket' };

const bucketsSeen = async (tx: Tx) => (await tx.query<{ bucket: string }>(allBuckets)).rows.map(({ bucket }) => bucket);

async function fillBothTenants() {
  const { db, tenant, otherTenant } = database;
  await db.withTenant(tenant, (tx) => tx.query(insertWindow(tenant, 'ours')));
  await db.withTenant(otherTenant, (tx) => tx.query(insertWindow(otherTenant, 'theirs')));
}

test('the product works as a role that is no superuser, owns nothing and cannot bypass policies', async () => {
  const { rows } = await database.db.pool.query(`
    SELECT current_user, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole,
           EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid) AS "ownsRelations",
           EXISTS (SELECT FROM pg_proc WHERE proowner = pg_roles.oid) AS "ownsFunctions"
    FROM pg_roles WHERE rolname = current_user`);

  expect(rows).toEqual([
    {
      current_user: 'penstock_app',
      rolsuper: false,
      rolbypassrls: false,
      rolcanlogin: false,
      rolcreaterole: false,
      ownsRelations: false,
      ownsFunctions: false,
    },
  ]);
});

test('a statement without WHERE sees the rows of one tenant', async () => {
  await fillBothTenants();
  const { db, tenant, otherTenant } = database;

  expect(await db.withTenant(tenant, bucketsSeen)).toEqual(['ours']);
  expect(await db.withTenant(otherTenant, bucketsSeen)).toEqual(['theirs']);
  expect(
    await db.prismaForTenant(tenant, (prisma) => prisma.workflowRateWindow.findMany({ select: { bucket: true } })),
  ).toEqual([{ bucket: 'ours' }]);
});

test('a statement without a tenant sees nothing and writes nothing', async () => {
  await fillBothTenants();
  const { db, tenant } = database;

  expect((await db.pool.query(allBuckets)).rows).toEqual([]);
  expect(await db.prisma.workflowRateWindow.count()).toBe(0);
  await expect(db.pool.query(insertWindow(tenant, 'outside'))).rejects.toMatchObject({ code: '42501' });
});

test('a tenant can neither change, delete nor write rows of another one', async () => {
  await fillBothTenants();
  const { db, tenant, otherTenant } = database;

  await db.withTenant(tenant, async (tx) => {
    await tx.query({ text: 'UPDATE workflow_rate_windows SET points = 99' });
    await tx.query({ text: 'DELETE FROM workflow_rate_windows WHERE tenant = $1', values: [otherTenant] });
  });
  await expect(db.withTenant(tenant, (tx) => tx.query(insertWindow(otherTenant, 'smuggled')))).rejects.toMatchObject({
    code: '42501',
  });

  expect(await database.asOwner('SELECT bucket, points FROM workflow_rate_windows ORDER BY bucket')).toEqual([
    { bucket: 'ours', points: 99 },
    { bucket: 'theirs', points: 1 },
  ]);
});

test('a connection that served one tenant shows nothing of it to the next', async () => {
  await fillBothTenants();
  const { tenant, otherTenant, url, clock, ids, signals } = database;
  const pool = createPool({ url, max: 1 });
  const withTenant = createWithTenant({ pool, clock, ids, signals });

  expect(await withTenant(tenant, bucketsSeen)).toEqual(['ours']);
  expect(await withTenant(otherTenant, bucketsSeen)).toEqual(['theirs']);
  await expect(withTenant(tenant, (tx) => tx.query({ text: 'SELECT 1 / 0' }))).rejects.toMatchObject({ code: '22012' });
  expect((await pool.query(allBuckets)).rows).toEqual([]);
  expect(await withTenant(otherTenant, bucketsSeen)).toEqual(['theirs']);
  expect(await withTenant(tenant, bucketsSeen)).toEqual(['ours']);
  expect(pool.totalCount).toBe(1);
  await pool.end();
});

test('every table with a tenant is under row-level security, and every other one is on the list of plain tables', async () => {
  const tables = await database.asOwner<{
    name: string;
    hasTenant: boolean;
    isProtected: boolean;
    policies: string[];
  }>(`
    SELECT c.relname AS name,
           EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant' AND a.attnotnull) AS "hasTenant",
           c.relrowsecurity AS "isProtected",
           array(SELECT pg_get_expr(p.polqual, c.oid) || pg_get_expr(p.polwithcheck, c.oid) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
    ORDER BY 1`);

  expect(tables.filter(({ hasTenant }) => !hasTenant).map(({ name }) => name)).toEqual(PLAIN_TABLES);
  const tenantTables = tables.filter(({ hasTenant }) => hasTenant);
  expect(tenantTables.length).toBeGreaterThan(15);
  const condition = "(tenant = (NULLIF(current_setting('app.current_tenant'::text, true), ''::text))::uuid)";
  for (const { name, isProtected, policies } of tenantTables) {
    expect({ name, isProtected, policies }).toEqual({ name, isProtected: true, policies: [condition + condition] });
  }
});

test('the tenant leads every primary and unique key of a tenant table, and no key points across tenants', async () => {
  const keys = await database.asOwner(`
    SELECT i.indexrelid::regclass::text AS index
    FROM pg_index i JOIN pg_attribute t ON t.attrelid = i.indrelid AND t.attname = 'tenant'
    WHERE i.indisunique AND i.indkey[0] <> t.attnum`);
  const references = await database.asOwner(`
    SELECT f.conname FROM pg_constraint f
    JOIN pg_attribute t ON t.attrelid = f.conrelid AND t.attname = 'tenant'
    LEFT JOIN pg_attribute r ON r.attrelid = f.confrelid AND r.attname = 'tenant'
    WHERE f.contype = 'f' AND (r.attnum IS NULL OR f.conkey[1] <> t.attnum OR f.confkey[1] <> r.attnum)`);

  expect(keys).toEqual([]);
  expect(references).toEqual([]);
});

test('functions that look across tenants return ids and times only, from a fixed search path, to nobody else', async () => {
  const functions = await database.asOwner<{ name: string; result: string; config: string[]; access: string }>(`
    SELECT proname AS name, pg_get_function_result(oid) AS result, proconfig AS config, proacl::text AS access
    FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace ORDER BY 1`);

  expect(functions.length).toBeGreaterThan(5);
  for (const { name, result, config, access } of functions) {
    expect
      .soft({ name, result })
      .toEqual({ name, result: expect.stringMatching(/^(SETOF uuid|timestamp with time zone|uuid)$/) });
    expect.soft({ name, config }).toEqual({ name, config: [expect.stringMatching(/^search_path=public, pg_temp$/)] });
    expect
      .soft({ name, access })
      .toEqual({ name, access: expect.stringMatching(/^\{penstock=X\/penstock,penstock_app=X\/penstock\}$/) });
  }
});

test('a connection that does not become the application role is not handed out', async () => {
  const url = new URL(database.url);
  const owner = new pg.Client(url.href);
  await owner.connect();
  await owner.query('CREATE ROLE stranger LOGIN');
  url.username = 'stranger';
  const pool = createPool({ url: url.href });

  await expect(pool.query('SELECT 1')).rejects.toMatchObject({ code: '42501' });

  await pool.end();
  await owner.query('DROP ROLE stranger');
  await owner.end();
});
