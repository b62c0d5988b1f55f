import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartError } from '../start-error.ts';
import type { Cluster } from './cluster.ts';
import { giveTo } from './database-user.ts';

/** Bootstrap superuser; the product itself never connects as it. */
export const SUPERUSER = 'postgres';

/**
 * "trust" is safe here: there is no TCP, and the socket lies in a folder that only the database's user (and root) can enter. A password
 * would have to lie in a file beside the data, readable by exactly the same users.
 */
const HOST_BASED_AUTHENTICATION = 'local all all trust\n';

/** Makes the database's files once, about half a second. They get their final name when they are complete. */
export function initialiseCluster({ pgData, binaries, user }: Cluster): void {
  if (existsSync(path.join(pgData, 'PG_VERSION'))) return;
  const unfinished = `${pgData}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(user, unfinished);
  runInitdb(binaries.initdb, unfinished, user);
  writeFileSync(path.join(unfinished, 'pg_hba.conf'), HOST_BASED_AUTHENTICATION);
  moveIntoPlace(unfinished, pgData);
}

function runInitdb(initdb: string, directory: string, user: Cluster['user']): void {
  // The builtin locale sorts alike on every system and under every libc.
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const options = ['-D', directory, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', ...locale, '--no-instructions'];
  const [program = initdb, ...args] = [...user.prefix, initdb, ...options];
  const result = spawnSync(program, args, {
    ...user.ids,
    cwd: '/',
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  if (result.status === 0) return;
  rmSync(directory, { recursive: true, force: true });
  const reason = result.error?.message ?? result.stderr.trim();
  throw new StartError(`The embedded PostgreSQL could not make its files in ${directory}: ${reason}`);
}

function moveIntoPlace(unfinished: string, pgData: string): void {
  try {
    renameSync(unfinished, pgData);
  } catch (error) {
    // Another process was first: its files are as good as ours.
    if (!existsSync(path.join(pgData, 'PG_VERSION'))) throw error;
    rmSync(unfinished, { recursive: true, force: true });
  }
}
