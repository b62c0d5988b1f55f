import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbeddedServer } from '../db/embedded/embedded-server.ts';
import { isAlive } from '../db/embedded/processes.ts';
import { migrateAt } from '../db/migrate-database.ts';
import { silentLogger } from '../kernel/logger.ts';
import { stopAbandonedServer } from './abandoned-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The database that every test database is a copy of, as its owner. Nobody may stay connected to it. */
    templateDatabaseUrl: string;
  }
}

const PREFIX = 'penstock-test-';

/** Speed instead of durability: a test's data dies with the run. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  deadlock_timeout: '50ms',
  max_connections: '300',
  shared_buffers: '256MB',
};

/** One PostgreSQL for all test files of a run, with a migrated database to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepAbandoned();
  const dataDirectory = mkdtempSync(path.join(tmpdir(), PREFIX));
  writeFileSync(path.join(dataDirectory, 'owner'), String(process.pid));
  const server = await openEmbeddedServer({ dataDirectory, mode: 'server', logger: silentLogger, settings: SETTINGS });
  await migrateAt(server.url, silentLogger);
  project.provide('templateDatabaseUrl', server.url);
  return async () => {
    await server.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
}

/** A killed test run leaves its server behind. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = path.join(tmpdir(), name);
    if (isAlive(ownerOf(directory))) continue;
    await stopAbandonedServer(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The run that made the directory; our own while it is so new that it does not say. */
function ownerOf(directory: string): number {
  try {
    return Number(readFileSync(path.join(directory, 'owner'), 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}
