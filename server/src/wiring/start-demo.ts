import type { Platform } from '../db/platform.ts';
import { loadDemo } from '../demo/load-demo.ts';

const ASK_AGAIN_MS = 1000;

/** Loads the demo workspace as soon as there is an owner: at once, or after the first visit has made one. */
export async function startDemo(platform: Platform): Promise<{ close(): Promise<void> }> {
  let timer: NodeJS.Timeout | undefined;
  const load = async (): Promise<void> => {
    try {
      const outcome = await loadDemo(platform);
      if (outcome === 'no-owner') timer = setTimeout(load, ASK_AGAIN_MS);
      else platform.logger.info({ outcome }, 'The demo workspace is there');
    } catch (error) {
      platform.logger.error({ error }, 'The demo workspace could not be loaded');
    }
  };
  await load();
  return {
    async close() {
      clearTimeout(timer);
    },
  };
}
