import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../kernel/config.ts';
import { StartError } from '../start-error.ts';
import { canEnter, chooseDatabaseUser, type DatabaseUser } from './database-user.ts';

const DEFAULT_DIRECTORY = './data';
const SYSTEM_DIRECTORY = '/var/lib/penstock';

/**
 * The folder for the embedded database and attachments, absolute and made: PENSTOCK_DATA_DIR, else ./data, else /var/lib/penstock where
 * ./data cannot be used by the database's user. Errors: StartError where none can be used.
 */
export function dataDirectory(
  config: Pick<Config, 'PENSTOCK_DATA_DIR'>,
  user: DatabaseUser = chooseDatabaseUser(),
): string {
  const given = config.PENSTOCK_DATA_DIR;
  if (given !== undefined) {
    const directory = path.resolve(given);
    if (isUsable(directory, user)) return directory;
    throw new StartError(
      `The data directory ${directory} cannot be used by the database's user. Set PENSTOCK_DATA_DIR to another one.`,
    );
  }
  for (const candidate of [path.resolve(DEFAULT_DIRECTORY), SYSTEM_DIRECTORY]) {
    if (isUsable(candidate, user)) return candidate;
  }
  throw new StartError(
    `Neither ${path.resolve(DEFAULT_DIRECTORY)} nor ${SYSTEM_DIRECTORY} can be used for data. Set PENSTOCK_DATA_DIR to a folder that can.`,
  );
}

function isUsable(directory: string, user: DatabaseUser): boolean {
  try {
    // 0755 and not 0700: the database's user has to pass through to its own folder, which is 0700.
    mkdirSync(directory, { recursive: true, mode: 0o755 });
    accessSync(directory, constants.W_OK | constants.X_OK);
  } catch {
    return false;
  }
  return canEnter(user, directory);
}
