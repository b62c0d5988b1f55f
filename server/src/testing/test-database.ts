import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { inject } from 'vitest';
import { connectAsOwner, createPool } from '../db/connection.ts';
import type { Database } from '../db/database.ts';
import { createLocalSignals } from '../db/local-signals.ts';
import { createDatabase } from '../db/open-database.ts';
import { type Clock, systemClock } from '../kernel/clock.ts';
import { createIdSource, type IdSource } from '../kernel/ids.ts';
import type { Signals } from '../kernel/signals.ts';
import { insertOrganization } from './builders.ts';

export interface TestDatabase {
  /** Connects as the owner; fits DATABASE_URL of another process. */
  url: string;
  db: Database;
  ids: IdSource;
  clock: Clock;
  /** What transactions published; stays in this process. */
  signals: Signals;
  /** Two organizations that are there from the start. */
  tenant: string;
  otherTenant: string;
  /** As the owner, past row-level security: to look at or to break what the product may not. */
  asOwner<Row extends object = Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Empties every table but the two organizations; for beforeEach, much cheaper than a new database. */
  truncate(): Promise<void>;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  clock?: Clock;
}

/** A migrated database of its own, a copy of the template, in some 50 ms. */
export async function createTestDatabase({ clock = systemClock }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onMaintenanceDatabase((client) => client.query(`CREATE DATABASE ${name} TEMPLATE penstock STRATEGY FILE_COPY`));
  const url = urlOf(name);
  const ids = createIdSource(clock, (target) => crypto.getRandomValues(target));
  const signals = createLocalSignals();
  const owner = await connectAsOwner(url);
  const db = createDatabase({ pool: createPool({ url }), clock, ids, signals });
  const [tenant, otherTenant] = await insertTenants(owner, ids);
  return {
    url,
    db,
    ids,
    clock,
    signals,
    tenant,
    otherTenant,
    asOwner: async <Row extends object>(text: string, values?: unknown[]) =>
      (await owner.query<Row>(text, values)).rows,
    async truncate() {
      await truncateAll(owner, [tenant, otherTenant]);
    },
    async close() {
      await owner.end();
      await db.close();
      await onMaintenanceDatabase((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

/** An empty database without our schema, for tests of the schema itself. */
export async function createEmptyDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onMaintenanceDatabase((client) => client.query(`CREATE DATABASE ${name}`));
  return {
    url: urlOf(name),
    close: async () => {
      await onMaintenanceDatabase((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}

async function insertTenants(owner: pg.Client, ids: IdSource): Promise<[string, string]> {
  return [
    await insertOrganization(owner, { id: ids.next(), slug: 'acme' }),
    await insertOrganization(owner, { id: ids.next(), slug: 'globex' }),
  ];
}

/** DELETE and not TRUNCATE: much faster on small tables. In one statement, so that foreign keys are looked at when all is gone. */
async function truncateAll(owner: pg.Client, keptOrganizations: string[]): Promise<void> {
  const { rows } = await owner.query<{ table: string }>(
    "SELECT quote_ident(tablename) AS table FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'organization')",
  );
  const deletes = rows.map(({ table }, index) => `d${index} AS (DELETE FROM ${table})`);
  await owner.query(`WITH ${deletes.join(', ')} DELETE FROM organization WHERE NOT (id = ANY ($1))`, [
    keptOrganizations,
  ]);
}

function urlOf(database: string): string {
  const url = new URL(inject('templateDatabaseUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

async function onMaintenanceDatabase(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = await connectAsOwner(urlOf('postgres'));
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
