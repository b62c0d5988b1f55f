import { parseArgs } from 'node:util';
import type { Platform } from '../db/platform.ts';
import { StartError } from '../db/start-error.ts';
import { ConfigError, parseConfig } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { createLogger } from './create-logger.ts';
import { createPlatform } from './create-platform.ts';
import { startDemo } from './start-demo.ts';
import { startMetrics } from './start-metrics.ts';
import { startRuntime } from './start-runtime.ts';
import { startWeb } from './start-web.ts';

const STOP_WITHIN_MS = 15_000;
/** One wish to stop may arrive twice: from the terminal or init system, which tell the whole group, and from the process that started us. */
const SAME_WISH_MS = 1000;

/** Something that runs until the product stops. */
interface Part {
  close(): Promise<unknown>;
}

/** Runs the product until it is told to stop. What keeps it from starting is printed as one sentence, with exit code 1. */
export async function startProduct(environment: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const parts: Part[] = [];
  const begun = Promise.withResolvers<void>();
  try {
    const { values } = parseArgs({ args: [...args], options: { demo: { type: 'boolean', default: false } } });
    const config = parseConfig(environment);
    const logger = createLogger(config.LOG_LEVEL);
    stopOnSignals(begun.promise, parts, logger);
    const platform = await createPlatform({ config, logger, mode: 'server' });
    parts.push(platform.db);
    await startRoles(platform, environment, parts);
    if (values.demo) parts.push(startDemo(platform));
    logger.info({ role: config.PENSTOCK_ROLE, demo: values.demo }, 'Penstock started');
  } catch (error) {
    await closeAll(parts);
    if (!isForPeople(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    begun.resolve();
  }
}

async function startRoles(platform: Platform, environment: NodeJS.ProcessEnv, parts: Part[]): Promise<void> {
  const { PENSTOCK_ROLE: role, METRICS_PORT: metricsPort, HOST: host } = platform.config;
  if (metricsPort !== undefined) parts.push(await startMetrics(host, metricsPort));
  if (role !== 'web') parts.push(startRuntime(platform));
  if (role !== 'worker') {
    const web = await startWeb(platform, environment);
    parts.push(web);
    process.stdout.write(`Penstock is ready at ${web.url}\n${web.hint === null ? '' : `${web.hint}\n`}`);
  } else process.stdout.write('Penstock worker is ready\n');
}

/** Latest started, first closed: no request and no run is under way when the database goes. */
async function closeAll(parts: Part[]): Promise<void> {
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) await part.close();
}

/** A part that is just starting cannot be closed yet, so the start is let to its end first. */
function stopOnSignals(begun: Promise<void>, parts: Part[], logger: Logger): void {
  let askedAt: number | null = null;
  const stop = (signal: NodeJS.Signals): void => {
    if (askedAt !== null) {
      // Asked again later, somebody is in a hurry.
      if (performance.now() - askedAt > SAME_WISH_MS) process.exit(1);
      return;
    }
    askedAt = performance.now();
    logger.info({ signal }, 'Penstock stops');
    const tooLate = setTimeout(() => process.exit(1), STOP_WITHIN_MS);
    tooLate.unref();
    begun
      .then(() => closeAll(parts))
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ error }, 'Penstock could not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function isForPeople(error: unknown): error is Error {
  if (error instanceof StartError || error instanceof ConfigError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
