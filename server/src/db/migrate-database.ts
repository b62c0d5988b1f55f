import type { Config } from '../kernel/config.ts';
import { type Logger, silentLogger } from '../kernel/logger.ts';
import { connectAsOwner } from './connection.ts';
import { isUnavailable } from './database-errors.ts';
import { locateDatabase } from './locate-database.ts';
import { applyMigrations } from './migrations/apply-migrations.ts';
import { readMigrations } from './migrations/read-migrations.ts';
import { StartError } from './start-error.ts';

export interface MigrationOutcome {
  /** Names of the migrations that this call applied; empty when there was nothing to do. */
  applied: string[];
}

/** What `penstock db migrate` does; a server does it at each start. Errors: StartError. */
export async function migrateDatabase(config: Config, logger: Logger = silentLogger): Promise<MigrationOutcome> {
  const location = await locateDatabase({ config, mode: 'client', logger });
  try {
    return await migrateAt(location.url, logger);
  } finally {
    await location.close();
  }
}

/** Errors: StartError, also where the database does not answer. */
export async function migrateAt(url: string, logger: Logger): Promise<MigrationOutcome> {
  const client = await connectForStart(url);
  try {
    return { applied: await applyMigrations(client, await readMigrations(), { logger }) };
  } finally {
    await client.end();
  }
}

/** A start that cannot reach its database says so in one sentence. */
export async function connectForStart(url: string) {
  try {
    return await connectAsOwner(url);
  } catch (error) {
    if (error instanceof StartError || !isUnavailable(error)) throw error;
    const { hostname, port, searchParams } = new URL(url);
    const place = searchParams.get('host') ?? `${hostname}:${port || '5432'}`;
    throw new StartError(`The database at ${place} does not answer. Is DATABASE_URL right and the server running?`, {
      cause: error,
    });
  }
}
