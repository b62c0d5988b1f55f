import type { EmbeddedMode } from '../db/embedded/embedded-server.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Platform } from '../db/platform.ts';
import { systemClock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config.ts';
import { createIdSource } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import { productRegistry } from './product-registry.ts';

export interface PlatformOptions {
  config: Config;
  logger: Logger;
  /** server: this process owns the embedded database · client: a command beside or without a server. */
  mode: EmbeddedMode;
}

/** Everything that API, runtime and commands share, over an open and migrated database; `db.close()` lets go of it. Errors: StartError. */
export async function createPlatform({ config, logger, mode }: PlatformOptions): Promise<Platform> {
  const clock = systemClock;
  const ids = createIdSource(clock, (target) => crypto.getRandomValues(target));
  const { db, signals } = await openDatabase({ config, clock, ids, logger, mode });
  return { config, db, registry: productRegistry(), clock, ids, signals, logger };
}
