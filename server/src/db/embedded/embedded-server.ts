import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../../kernel/logger.ts';
import { StartError } from '../start-error.ts';
import { type Cluster, describeCluster, SOCKET_PORT } from './cluster.ts';
import { initialiseCluster, SUPERUSER } from './initialise-cluster.ts';
import { countOtherSessions, makeOwnerAndDatabase } from './owner.ts';
import { ensurePostmaster, findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts';
import { isLock, type LockHolder, lockHolder, type ProcessLock, takeProcessLock } from './process-lock.ts';

/** server: the one Penstock process that works on a data directory. client: a command that comes by, whether a server runs or not. */
export type EmbeddedMode = 'server' | 'client';

export interface EmbeddedServer {
  /** Connects as the owner of the database `penstock`. */
  url: string;
  /** Connects as the superuser to the maintenance database; for tests. */
  superuserUrl: string;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  dataDirectory: string;
  mode: EmbeddedMode;
  logger: Logger;
  settings?: Readonly<Record<string, string>>;
}

const WATCH_MS = 250;
const LOCK_WAIT_MS = 3_000;
const LOCK_POLL_MS = 100;

/**
 * Makes, starts or adopts the database of a data directory. A server keeps it running (a killed PostgreSQL is started again) and stops it
 * when it closes; a client leaves it to whoever else uses it and stops it when nobody does.
 * Errors: StartError when another server works on the directory or PostgreSQL does not start.
 */
export async function openEmbeddedServer(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = describeCluster(options.dataDirectory, options.settings);
  const lock = options.mode === 'server' ? await lockDirectory(cluster, options.dataDirectory) : undefined;
  try {
    initialiseCluster(cluster);
    const postmaster = await ensurePostmaster(cluster);
    const superuserUrl = urlOf(postmaster, SUPERUSER, 'postgres');
    await makeOwnerAndDatabase(superuserUrl);
    const stopWatching = lock === undefined ? () => undefined : keepRunning(cluster, options.logger);
    return {
      url: urlOf(postmaster, 'penstock', 'penstock'),
      superuserUrl,
      async close() {
        await stopWatching();
        if (lock !== undefined || (await isUnused(cluster, superuserUrl))) await stopIfRunning(cluster);
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

/** A server that is being restarted may still be stopping: it gets a moment before the newcomer is refused. */
async function lockDirectory(cluster: Cluster, dataDirectory: string): Promise<ProcessLock> {
  for (let waitedMs = 0; ; waitedMs += LOCK_POLL_MS) {
    const taken = takeProcessLock(cluster.lockFile);
    if (isLock(taken)) return taken;
    if (waitedMs >= LOCK_WAIT_MS) throw directoryTaken(taken, dataDirectory);
    await delay(LOCK_POLL_MS);
  }
}

function directoryTaken({ pid }: LockHolder, dataDirectory: string): StartError {
  return new StartError(
    `Another Penstock server (process ${pid}) works on ${dataDirectory}. Stop it, use another PENSTOCK_DATA_DIR, or set DATABASE_URL to share one PostgreSQL between processes.`,
  );
}

/** Starts PostgreSQL again when it dies under us, as long as it takes. Returns how to stop watching. */
function keepRunning(cluster: Cluster, logger: Logger): () => Promise<void> {
  let restart: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy || findPostmaster(cluster) !== undefined) return;
    isBusy = true;
    logger.warn({ logFile: cluster.logFile }, 'the embedded PostgreSQL is gone, starting it again');
    restart = ensurePostmaster(cluster)
      .then(() => logger.info({}, 'the embedded PostgreSQL runs again'))
      .catch((error: unknown) => logger.error({ err: error }, 'the embedded PostgreSQL does not start'))
      .finally(() => {
        isBusy = false;
      });
  }, WATCH_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await restart;
  };
}

/** No server has the directory and no other session is open. */
async function isUnused(cluster: Cluster, superuserUrl: string): Promise<boolean> {
  if (lockHolder(cluster.lockFile) !== undefined) return false;
  return (await countOtherSessions(superuserUrl)) === 0;
}

async function stopIfRunning(cluster: Cluster): Promise<void> {
  const postmaster = findPostmaster(cluster);
  if (postmaster !== undefined) await stopPostmaster(cluster, postmaster);
  // Empty by now; a rest would lie in the temporary folder for ever.
  rmSync(cluster.socketDirectory, { recursive: true, force: true });
}

function urlOf({ socketDirectory }: Postmaster, user: string, database: string): string {
  return `postgresql://${user}@localhost:${SOCKET_PORT}/${database}?host=${encodeURIComponent(socketDirectory)}`;
}
