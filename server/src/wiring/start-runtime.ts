import type { Platform } from '../db/platform.ts';
import { createEventDispatcher } from '../events/event-dispatcher.ts';
import { eventServices } from '../events/event-services.ts';
import { createWorker } from '../runtime/worker.ts';
import { SWEEP_INTERVAL_MS, sweepAllTenants } from '../store/sweep-all-tenants.ts';
import { portsFactory } from './create-ports.ts';

/** The worker role: advances runs, dispatches pending events and sweeps what is over. `close` lets what is under way come to a boundary. */
export function startRuntime(platform: Platform): { close(): Promise<void> } {
  const { config, db, clock } = platform;
  const worker = createWorker({
    platform,
    createPorts: portsFactory(config),
    chores: [{ name: 'store sweep', everyMs: SWEEP_INTERVAL_MS, run: () => sweepAllTenants(db, clock) }],
  });
  const dispatcher = createEventDispatcher(platform, eventServices(platform));
  worker.start();
  dispatcher.start();
  return {
    async close() {
      await dispatcher.stop();
      await worker.stop();
    },
  };
}
