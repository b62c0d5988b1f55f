import { openEmbeddedServer } from '../db/embedded/embedded-server.ts';
import { silentLogger } from '../kernel/logger.ts';

/** Stops the PostgreSQL of a data directory whose process was killed, by adopting it. */
export async function stopAbandonedServer(dataDirectory: string): Promise<void> {
  try {
    await (await openEmbeddedServer({ dataDirectory, mode: 'client', logger: silentLogger })).close();
  } catch {
    // What does not start any more needs no stopping.
  }
}
