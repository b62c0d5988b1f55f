import type { Platform } from '../db/platform.ts';
import type { Registry } from '../registry/registry.ts';
import type { StartLimits } from '../runs/start-run.ts';

/** What taking in and dispatching events needs besides a transaction. */
export interface EventServices {
  registry: Registry;
  limits: StartLimits;
}

export function eventServices({ registry, config }: Pick<Platform, 'registry' | 'config'>): EventServices {
  return {
    registry,
    limits: {
      maxPayloadBytes: config.WORKFLOW_RUN_PAYLOAD_MAX_BYTES,
      rate: {
        points: config.WORKFLOW_RUN_RATE_LIMIT_POINTS,
        durationSeconds: config.WORKFLOW_RUN_RATE_LIMIT_DURATION,
      },
    },
  };
}
