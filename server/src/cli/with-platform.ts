import type { Platform } from '../db/platform.ts';
import { parseConfig } from '../kernel/config.ts';
import { createLogger } from '../wiring/create-logger.ts';
import { createPlatform } from '../wiring/create-platform.ts';

/** For commands that work on the database itself, beside a running server or without one. Errors: ConfigError, StartError. */
export async function withPlatform<T>(
  environment: Record<string, string | undefined>,
  work: (platform: Platform) => Promise<T>,
): Promise<T> {
  const config = parseConfig(environment);
  const logger = createLogger(environment.LOG_LEVEL === undefined ? 'error' : config.LOG_LEVEL);
  const platform = await createPlatform({ config, logger, mode: 'client' });
  try {
    return await work(platform);
  } finally {
    await platform.db.close();
  }
}
