import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '../start-error.ts';
import { type Cluster, SOCKET_PORT } from './cluster.ts';
import { isAlive } from './processes.ts';

const POLL_MS = 5;
const START_TIMEOUT_MS = 60_000;
/** After a crash the old backends need a moment to notice that their parent is gone; until then PostgreSQL refuses to start. */
const AFTER_CRASH_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 30_000;
const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** What PostgreSQL itself says in postmaster.pid. */
export interface Postmaster {
  pid: number;
  socketDirectory: string;
  isReady: boolean;
}

/** A running server is used as it is; where there is none it is started. Safe when several processes do this at once. */
export async function ensurePostmaster(cluster: Cluster): Promise<Postmaster> {
  const startedAtMs = performance.now();
  for (;;) {
    const found = findPostmaster(cluster);
    if (found?.isReady) return found;
    const waitedMs = performance.now() - startedAtMs;
    if (waitedMs > START_TIMEOUT_MS)
      throw new StartError(
        `The embedded PostgreSQL is not ready after ${START_TIMEOUT_MS / 1000} s. See ${cluster.logFile}.`,
      );
    if (found === undefined) {
      const isAfterCrash = removeForeignPidFile(cluster);
      const exit = await startPostmaster(cluster);
      const mayPass = findPostmaster(cluster) !== undefined || (isAfterCrash && waitedMs < AFTER_CRASH_TIMEOUT_MS);
      if (exit !== undefined && !mayPass) throw new StartError(`The embedded PostgreSQL did not start: ${exit}`);
      if (exit !== undefined) await delay(100);
    } else {
      await delay(POLL_MS);
    }
  }
}

/** The living postmaster of this cluster, whoever started it. */
export function findPostmaster({ pgData }: Cluster): Postmaster | undefined {
  const lines = pidFileLines(pgData);
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !worksIn(pid, pgData)) return undefined;
  return { pid, socketDirectory: lines[4] ?? '', isReady: lines[7]?.trim() === 'ready' };
}

/** SIGINT ends open sessions and writes everything down, in some 10 ms. Never SIGKILL: that would leave shared memory behind. */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  signal(pid, 'SIGINT');
  const startedAtMs = performance.now();
  let isAskedTwice = false;
  while (isAlive(pid) && worksIn(pid, cluster.pgData)) {
    const waitedMs = performance.now() - startedAtMs;
    if (waitedMs > STOP_TIMEOUT_MS && !isAskedTwice) {
      // Stops without a checkpoint; the next start recovers from the log.
      signal(pid, 'SIGQUIT');
      isAskedTwice = true;
    }
    if (waitedMs > 2 * STOP_TIMEOUT_MS) return;
    await delay(POLL_MS);
  }
}

/** Returns undefined once it is ready, or the reason why it ended. */
async function startPostmaster(cluster: Cluster): Promise<string | undefined> {
  const child = spawnPostgres(cluster);
  let end: string | undefined;
  child.once('error', (error) => {
    end = error.message;
  });
  child.once('exit', () => {
    end ??= lastMessage(cluster.logFile);
  });
  const startedAtMs = performance.now();
  while (end === undefined && performance.now() - startedAtMs < START_TIMEOUT_MS) {
    const found = findPostmaster(cluster);
    if (found?.pid === child.pid && found?.isReady) break;
    await delay(POLL_MS);
  }
  child.removeAllListeners();
  // It outlives us when we are killed, and does not keep us from ending.
  child.unref();
  return end;
}

function spawnPostgres({ pgData, socketDirectory, logFile, binaries, user, settings }: Cluster): ChildProcess {
  const all = {
    listen_addresses: '',
    unix_socket_directories: socketDirectory,
    unix_socket_permissions: '0700',
    port: String(SOCKET_PORT),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // One machine, no replicas.
    max_logical_replication_workers: '0',
    jit: 'off',
    ...settings,
  };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [program = binaries.postgres, ...args] = [...user.prefix, binaries.postgres, '-D', pgData, ...options];
  const log = openLog(logFile);
  try {
    // A session of its own: Ctrl-C in the terminal is for us, and we stop the database when our own work is done.
    return spawn(program, args, {
      ...user.ids,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    });
  } finally {
    closeSync(log);
  }
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) truncateSync(file);
  return openSync(file, 'a', 0o600);
}

function lastMessage(logFile: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-5);
  return lines.findLast((line) => line.includes('FATAL')) ?? lines.at(-1) ?? `see ${logFile}`;
}

/** After a reboot the number in an old postmaster.pid may belong to any process, and PostgreSQL would take that one for a server. */
function removeForeignPidFile({ pgData }: Cluster): boolean {
  const pid = Number(pidFileLines(pgData)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  if (isAlive(pid)) rmSync(path.join(pgData, 'postmaster.pid'), { force: true });
  return true;
}

/** A postmaster's working directory is its data directory. Where the system does not show it the number has to do. */
function worksIn(pid: number, pgData: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === pgData;
  } catch (error) {
    return process.platform !== 'linux' || (error as NodeJS.ErrnoException).code === 'EACCES';
  }
}

function pidFileLines(pgData: string): string[] {
  try {
    return readFileSync(path.join(pgData, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone already
  }
}
