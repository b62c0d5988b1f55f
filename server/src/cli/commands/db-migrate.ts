import { migrateDatabase } from '../../db/migrate-database.ts';
import { parseConfig } from '../../kernel/config.ts';
import type { Command } from '../command.ts';

/** Brings the schema up to this version; a server does the same at each start. */
export const dbMigrate: Command = {
  name: 'db migrate',
  summary: 'bring the database up to this version (db)',
  async run({ environment }) {
    const { applied } = await migrateDatabase(parseConfig(environment));
    return {
      json: { applied },
      text: applied.length === 0 ? 'Nothing to do' : applied.map((name) => `applied ${name}`).join('\n'),
    };
  },
};
