import type { Config } from '../kernel/config.ts';
import { type Logger, silentLogger } from '../kernel/logger.ts';
import { locateDatabase } from './locate-database.ts';
import { connectForStart } from './migrate-database.ts';
import { readHistory } from './migrations/migration-history.ts';
import { readMigrations } from './migrations/read-migrations.ts';

export interface DatabaseStatus {
  kind: 'embedded' | 'external';
  /** As PostgreSQL says it: `18.4`. */
  serverVersion: string;
  sizeBytes: number;
  migrations: MigrationState[];
}

export interface MigrationState {
  name: string;
  /** edited: its file changed after it was applied · unknown: a newer Penstock applied it · failed: stopped half-way. */
  state: 'applied' | 'pending' | 'failed' | 'edited' | 'unknown';
  appliedAt: string | null;
}

/** What `penstock db status` shows; changes nothing. Errors: StartError. */
export async function databaseStatus(config: Config, logger: Logger = silentLogger): Promise<DatabaseStatus> {
  const location = await locateDatabase({ config, mode: 'client', logger });
  try {
    const client = await connectForStart(location.url);
    try {
      const { rows } = await client.query<{ version: string; size: number }>(
        "SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS size",
      );
      const migrations = compare(await readMigrations(), await readHistory(client));
      return { kind: location.kind, serverVersion: rows[0]?.version ?? '', sizeBytes: rows[0]?.size ?? 0, migrations };
    } finally {
      await client.end();
    }
  } finally {
    await location.close();
  }
}

function compare(
  known: Awaited<ReturnType<typeof readMigrations>>,
  applied: Awaited<ReturnType<typeof readHistory>>,
): MigrationState[] {
  const appliedByName = new Map(applied.map((migration) => [migration.name, migration]));
  const knownNames = new Set(known.map(({ name }) => name));
  const states = known.map(({ name, checksum }): MigrationState => {
    const row = appliedByName.get(name);
    if (row === undefined) return { name, state: 'pending', appliedAt: null };
    if (row.finishedAt === null) return { name, state: 'failed', appliedAt: null };
    return { name, state: row.checksum === checksum ? 'applied' : 'edited', appliedAt: row.finishedAt.toISOString() };
  });
  const unknown = applied
    .filter(({ name }) => !knownNames.has(name))
    .map(
      ({ name, finishedAt }): MigrationState => ({
        name,
        state: 'unknown',
        appliedAt: finishedAt?.toISOString() ?? null,
      }),
    );
  return [...states, ...unknown];
}
