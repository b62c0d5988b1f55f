import { spawnSync } from 'node:child_process';
import { chownSync, readFileSync, statSync } from 'node:fs';

/**
 * As whom PostgreSQL runs. It refuses to run as root, so a root process either shows it another user by a user namespace (the files
 * stay root's) or starts it as an unprivileged user, who then owns the files.
 */
export interface DatabaseUser {
  /** Put before the program and its arguments. */
  prefix: readonly string[];
  /** Handed to spawn. */
  ids: { uid?: number; gid?: number };
}

const NOBODY = 65_534;
const UNSHARE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`] as const;

/** Files that are there already stay with whom they belong to: root may start what an ordinary user made. */
export function databaseUserOf(pgData: string): DatabaseUser {
  const owner = statSync(pgData, { throwIfNoEntry: false });
  const isOthers = process.getuid?.() === 0 && owner !== undefined && owner.uid !== 0;
  return isOthers ? { prefix: [], ids: { uid: owner.uid, gid: owner.gid } } : chooseDatabaseUser();
}

/** Decided once per start; the probe costs a few milliseconds and only root pays it. */
export function chooseDatabaseUser(): DatabaseUser {
  if (process.getuid?.() !== 0) return { prefix: [], ids: {} };
  const [program, ...options] = UNSHARE;
  // Containers may forbid user namespaces; the probe tells.
  const isAllowed = spawnSync(program, [...options, 'true'], { stdio: 'ignore' }).status === 0;
  return isAllowed ? { prefix: UNSHARE, ids: {} } : { prefix: [], ids: unprivilegedIds() };
}

function isDroppedUser(user: DatabaseUser): boolean {
  return user.ids.uid !== undefined;
}

/** Gives a file or folder to the database's user where that is another one than ours. */
export function giveTo(user: DatabaseUser, path: string): void {
  if (user.ids.uid !== undefined && user.ids.gid !== undefined) chownSync(path, user.ids.uid, user.ids.gid);
}

/** Can the database's user enter this folder? Asked by trying, since parents, groups and mounts all have a say. */
export function canEnter(user: DatabaseUser, directory: string): boolean {
  if (!isDroppedUser(user)) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** initdb wants a user that has a name, so a number out of the blue does not do. */
function unprivilegedIds(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([login]) => login === name);
    if (account !== undefined) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  return { uid: NOBODY, gid: NOBODY };
}
