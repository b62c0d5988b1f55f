// A process of its own for tests: opens the embedded database of the directory given, says "open" and stays until it is told to stop.
import { openDatabase } from '../../db/open-database.ts';
import { systemClock } from '../../kernel/clock.ts';
import { parseConfig } from '../../kernel/config.ts';
import { createIdSource } from '../../kernel/ids.ts';
import { silentLogger } from '../../kernel/logger.ts';

const [mode] = process.argv.slice(2);

try {
  const { db } = await openDatabase({
    config: parseConfig(process.env),
    clock: systemClock,
    ids: createIdSource(systemClock, (target) => crypto.getRandomValues(target)),
    logger: silentLogger,
    mode: mode === 'client' ? 'client' : 'server',
  });
  process.once('SIGTERM', () => void db.close().then(() => process.exit(0)));
  process.stdout.write('open\n');
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
