import type { Command } from './command.ts';
import { apiKeyCreate } from './commands/api-key-create.ts';
import { dbMigrate } from './commands/db-migrate.ts';
import { dbStatus } from './commands/db-status.ts';
import { userCreate } from './commands/user-create.ts';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [userCreate, apiKeyCreate, dbMigrate, dbStatus];
