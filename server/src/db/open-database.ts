import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import type { Clock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import { appError } from '../kernel/errors.ts';
import { type IdSource, isUuid } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Signals } from '../kernel/signals.ts';
import { createPool } from './connection.ts';
import type { Database } from './database.ts';
import { mapDatabaseError } from './database-errors.ts';
import type { EmbeddedMode } from './embedded/embedded-server.ts';
import { locateDatabase } from './locate-database.ts';
import { migrateAt } from './migrate-database.ts';
import { PrismaClient } from './prisma-client/client.ts';
import { createSharedSignals } from './signals.ts';
import { createWithTenant } from './with-tenant.ts';

export interface OpenDatabaseOptions {
  config: Config;
  clock: Clock;
  ids: IdSource;
  logger: Logger;
  /** server: this process owns the embedded database · client: a command beside or without a server. */
  mode: EmbeddedMode;
}

export interface OpenedDatabase {
  db: Database;
  signals: Signals;
}

/**
 * Finds or starts PostgreSQL, migrates it and opens the pool. `db.close()` closes all of it.
 * Errors: StartError, whose message is what to print.
 */
export async function openDatabase({ config, clock, ids, logger, mode }: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const location = await locateDatabase({ config, mode, logger });
  try {
    await migrateAt(location.url, logger);
    const signals = await createSharedSignals({ url: location.url, logger });
    const db = createDatabase({ pool: createPool({ url: location.url }), clock, ids, signals });
    const close = async () => {
      await db.close();
      await signals.close();
      await location.close();
    };
    return { db: { ...db, close }, signals };
  } catch (error) {
    await location.close();
    throw error;
  }
}

export interface CreateDatabaseOptions {
  pool: Pool;
  clock: Clock;
  ids: IdSource;
  signals: Signals;
}

/** The two ways in over one pool that is migrated already. `close` ends the pool. */
export function createDatabase({ pool, clock, ids, signals }: CreateDatabaseOptions): Database {
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    withTenant: createWithTenant({ pool, clock, ids, signals }),
    async prismaForTenant(tenant, work) {
      if (!isUuid(tenant)) throw appError('INVARIANT_BROKEN', { invariant: 'a tenant is a uuid' });
      try {
        return await prisma.$transaction(async (transaction) => {
          await transaction.$executeRaw`SELECT set_config('app.current_tenant', ${tenant}, true)`;
          return await work(transaction);
        }, PRISMA_TRANSACTION);
      } catch (error) {
        throw mapDatabaseError(error);
      }
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const PRISMA_TRANSACTION = { maxWait: 10_000, timeout: 30_000 };
