import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartError } from '../start-error.ts';
import { canEnter, type DatabaseUser, databaseUserOf, giveTo } from './database-user.ts';
import { copyBinaries, findNativeBinaries, linkLibraries, type NativeBinaries } from './native-binaries.ts';

/** Where everything of one embedded database lies. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  pgData: string;
  socketDirectory: string;
  /** PostgreSQL's messages. */
  logFile: string;
  /** Says which Penstock server works on this directory. */
  lockFile: string;
  binaries: NativeBinaries;
  user: DatabaseUser;
  /** Server settings beyond ours, for tests. */
  settings: Readonly<Record<string, string>>;
}

/** Never on the network: only names the socket file. */
export const SOCKET_PORT = 5432;

/** Path of a Unix socket, with the ending NUL, on Linux; less elsewhere. */
const MAX_SOCKET_PATH_BYTES = 103;

/** Errors: StartError where there are no binaries or the socket's folder belongs to somebody else. */
export function describeCluster(dataDirectory: string, settings: Readonly<Record<string, string>> = {}): Cluster {
  const root = realpathSync(dataDirectory);
  const pgData = path.join(root, 'pg');
  const user = databaseUserOf(pgData);
  return {
    pgData,
    socketDirectory: makeSocketDirectory(pgData, user),
    logFile: path.join(root, 'postgres.log'),
    lockFile: path.join(root, 'penstock.lock'),
    binaries: reachableBinaries(root, user),
    user,
    settings,
  };
}

/** The installed binaries where the database's user can run them as they are, else a copy beside the data. */
function reachableBinaries(root: string, user: DatabaseUser): NativeBinaries {
  const installed = findNativeBinaries();
  if (linkLibraries(installed) && canEnter(user, path.join(installed.directory, 'bin'))) return installed;
  return copyBinaries(installed, path.join(root, 'postgresql'));
}

/**
 * The folder of the socket is what guards the database: 0700, so that only its owner (and root) comes in, and there is no port and no
 * password to leak. It lies in the system's temporary folder because socket paths are short; its name follows from the data directory.
 */
function makeSocketDirectory(pgData: string, user: DatabaseUser): string {
  const name = `penstock-${createHash('sha256').update(pgData).digest('hex').slice(0, 12)}`;
  const isShort = Buffer.byteLength(path.join(tmpdir(), name, `.s.PGSQL.${SOCKET_PORT}.lock`)) <= MAX_SOCKET_PATH_BYTES;
  const directory = path.join(isShort ? tmpdir() : '/tmp', name);
  const isNew = mkdirSync(directory, { recursive: true, mode: 0o700 }) !== undefined;
  if (isNew) giveTo(user, directory);
  // Somebody else could have made a folder of this name to stand between us and the database.
  const found = lstatSync(directory);
  const owner = user.ids.uid ?? process.getuid?.() ?? found.uid;
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new StartError(
      `The folder ${directory} is needed for the database's socket, but it is not ours alone. Remove it.`,
    );
  }
  return directory;
}
