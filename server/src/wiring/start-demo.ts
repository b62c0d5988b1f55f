import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../db/platform.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { isQuiet, playDemo } from '../demo/play-demo.ts';

const ASK_AGAIN_MS = 500;
const LOOK_AGAIN_MS = 150;

/**
 * Loads the demo workspace as soon as there is an owner, at once or after the first visit has made one, and then plays its story in the
 * background: the product is ready meanwhile, and whoever looks sees it happen.
 */
export function startDemo(platform: Platform): { close(): Promise<void> } {
  const closing = new AbortController();
  const { signal } = closing;
  const wait = (milliseconds: number) => pause(milliseconds, undefined, { signal });
  const untilQuiet = async (tenant: string): Promise<void> => {
    while (!(await platform.db.withTenant(tenant, isQuiet))) await wait(LOOK_AGAIN_MS);
  };
  const tell = async (): Promise<void> => {
    try {
      let outcome = await loadDemo(platform);
      if (outcome === 'no-owner') process.stdout.write('The demo workspace is loaded as soon as there is an owner.\n');
      while (outcome === 'no-owner') {
        await wait(ASK_AGAIN_MS);
        outcome = await loadDemo(platform);
      }
      await playDemo(platform, untilQuiet);
      platform.logger.info({ outcome }, 'The demo workspace is there');
    } catch (error) {
      if (!signal.aborted) platform.logger.error({ error }, 'The demo workspace could not be loaded');
    }
  };
  const told = tell();
  return {
    async close() {
      closing.abort();
      await told;
    },
  };
}
