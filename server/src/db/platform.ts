import type { Clock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import type { IdSource } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Signals } from '../kernel/signals.ts';
import type { Registry } from '../registry/registry.ts';
import type { Database } from './database.ts';

/** What a composition root makes once and hands to the API and to the runtime. */
export interface Platform {
  config: Config;
  db: Database;
  registry: Registry;
  clock: Clock;
  ids: IdSource;
  signals: Signals;
  logger: Logger;
}
