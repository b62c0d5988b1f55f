import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { type Logger, silentLogger } from '../../kernel/logger.ts';
import { StartError } from '../start-error.ts';
import { createAppRole } from './create-app-role.ts';
import { createHistoryTable, pendingMigrations, readHistory } from './migration-history.ts';
import type { Migration } from './read-migrations.ts';

/** Prisma's own advisory lock, so that this runner and `prisma migrate deploy` never work at once. */
const ADVISORY_LOCK = 72_707_369;
const LOCK_POLL_MS = 100;

/** First line of a file that cannot run in a transaction (CREATE INDEX CONCURRENTLY). */
const NO_TRANSACTION = '-- migrate:no-transaction';

export interface ApplyOptions {
  logger?: Logger;
  lockTimeoutMs?: number;
}

/**
 * Brings the database to this program's schema and returns the names of what it applied. Each file is one transaction.
 * `client` is a direct connection as the owner: the lock belongs to the session, so a transaction-mode pooler will not do.
 *
 * Locking: one session at a time holds the advisory lock from before the history is read until the last file is committed, so of several
 * starting processes one applies and the others then find nothing left. The lock dies with its session.
 *
 * Errors: StartError when the lock is not free in time, the history does not fit (see pendingMigrations), or a file fails.
 */
export async function applyMigrations(
  client: ClientBase,
  migrations: readonly Migration[],
  options: ApplyOptions = {},
): Promise<string[]> {
  const { logger = silentLogger, lockTimeoutMs = 60_000 } = options;
  await acquireLock(client, lockTimeoutMs);
  try {
    await createAppRole(client);
    await createHistoryTable(client);
    const pending = pendingMigrations(migrations, await readHistory(client));
    for (const migration of pending) {
      logger.info({ migration: migration.name }, 'applying a migration');
      await applyMigration(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    // A broken connection has let go of it by itself.
    await client.query('SELECT pg_advisory_unlock($1)', [ADVISORY_LOCK]).catch(() => undefined);
  }
}

async function acquireLock(client: ClientBase, timeoutMs: number): Promise<void> {
  const startedAtMs = performance.now();
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
      ADVISORY_LOCK,
    ]);
    if (rows[0]?.taken) return;
    if (performance.now() - startedAtMs > timeoutMs)
      throw new StartError('Another process is migrating the database and does not finish. Try again.');
    await delay(LOCK_POLL_MS);
  }
}

async function applyMigration(client: ClientBase, migration: Migration): Promise<void> {
  const isTransaction = !migration.sql.startsWith(NO_TRANSACTION);
  const id = randomUUID();
  if (isTransaction) await client.query('BEGIN');
  try {
    await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
      id,
      migration.checksum,
      migration.name,
    ]);
    await client.query(migration.sql);
    await client.query(
      'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
      [id],
    );
    if (isTransaction) await client.query('COMMIT');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (isTransaction) await client.query('ROLLBACK').catch(() => undefined);
    else
      await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, reason]).catch(() => undefined);
    throw new StartError(`The migration ${migration.name} failed: ${reason}`, { cause: error });
  }
}
