import { databaseStatus } from '../../db/database-status.ts';
import { parseConfig } from '../../kernel/config.ts';
import type { Command } from '../command.ts';

/** Which database this is and which migrations it has; changes nothing. */
export const dbStatus: Command = {
  name: 'db status',
  summary: 'show the database and its migrations (db)',
  async run({ environment }) {
    const status = await databaseStatus(parseConfig(environment));
    const lines = [
      `${status.kind} PostgreSQL ${status.serverVersion}, ${status.sizeBytes} bytes`,
      ...status.migrations.map(
        ({ name, state, appliedAt }) => `${state.padEnd(8)} ${name}${appliedAt === null ? '' : ` ${appliedAt}`}`,
      ),
    ];
    const isCurrent = status.migrations.every(({ state }) => state === 'applied');
    return { json: { ...status, isCurrent }, text: lines.join('\n') };
  },
};
