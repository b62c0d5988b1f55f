import type { ClientBase } from 'pg';
import { StartError } from '../start-error.ts';
import type { Migration } from './read-migrations.ts';

/** A row of Prisma's own table, so that `prisma migrate deploy` and this runner can follow each other. */
export interface AppliedMigration {
  name: string;
  checksum: string;
  startedAt: Date;
  /** null: it failed half-way (only files that opted out of a transaction can). */
  finishedAt: Date | null;
}

export async function createHistoryTable(client: ClientBase): Promise<void> {
  await client.query(`
    CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id                  varchar(36) PRIMARY KEY NOT NULL,
      checksum            varchar(64) NOT NULL,
      finished_at         timestamptz,
      migration_name      varchar(255) NOT NULL,
      logs                text,
      rolled_back_at      timestamptz,
      started_at          timestamptz NOT NULL DEFAULT now(),
      applied_steps_count integer NOT NULL DEFAULT 0
    )`);
}

/** Empty where the table is not there yet. */
export async function readHistory(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  if (!tables[0]?.exists) return [];
  const { rows } = await client.query<AppliedMigration>(`
    SELECT migration_name AS name, checksum, started_at AS "startedAt", finished_at AS "finishedAt"
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`);
  return rows;
}

/**
 * What is left to apply. Errors: StartError when the database is ahead of this program, an applied file was edited since, or an earlier
 * migration failed half-way.
 */
export function pendingMigrations(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const knownNames = new Set(known.map(({ name }) => name));
  const newer = applied.filter(({ name }) => !knownNames.has(name)).map(({ name }) => name);
  if (newer.length > 0) {
    throw new StartError(
      `The database belongs to a newer Penstock: it has migrations that this one does not know (${newer.join(', ')}). Start the newer version.`,
    );
  }
  const failed = applied.find(({ finishedAt }) => finishedAt === null);
  if (failed !== undefined) {
    throw new StartError(
      `The migration ${failed.name} failed half-way earlier. Repair the database, then mark it with "prisma migrate resolve".`,
    );
  }
  const appliedByName = new Map(applied.map((migration) => [migration.name, migration]));
  const edited = known.find(({ name, checksum }) => (appliedByName.get(name)?.checksum ?? checksum) !== checksum);
  if (edited !== undefined)
    throw new StartError(`The migration ${edited.name} was edited after it was applied. Restore the file.`);
  return known.filter(({ name }) => !appliedByName.has(name));
}
