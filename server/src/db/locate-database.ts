import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { dataDirectory } from './embedded/data-directory.ts';
import { type EmbeddedMode, openEmbeddedServer } from './embedded/embedded-server.ts';

/** A PostgreSQL that answers, and how to let go of it. */
export interface DatabaseLocation {
  kind: 'embedded' | 'external';
  /** Connects as the owner. */
  url: string;
  close(): Promise<void>;
}

export interface LocateOptions {
  config: Pick<Config, 'DATABASE_URL' | 'PENSTOCK_DATA_DIR'>;
  mode: EmbeddedMode;
  logger: Logger;
}

/** DATABASE_URL, else the embedded database of the data directory, running. Errors: StartError. */
export async function locateDatabase({ config, mode, logger }: LocateOptions): Promise<DatabaseLocation> {
  if (config.DATABASE_URL !== undefined)
    return { kind: 'external', url: config.DATABASE_URL, close: async () => undefined };
  const server = await openEmbeddedServer({ dataDirectory: dataDirectory(config), mode, logger });
  return { kind: 'embedded', url: server.url, close: () => server.close() };
}
