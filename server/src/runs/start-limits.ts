import type { Config } from '../kernel/config.ts';
import type { StartLimits } from './start-run-input.ts';

/** The limits of a start as the environment sets them. */
export function startLimitsOf(config: Config): StartLimits {
  return {
    maxPayloadBytes: config.WORKFLOW_RUN_PAYLOAD_MAX_BYTES,
    rate: { points: config.WORKFLOW_RUN_RATE_LIMIT_POINTS, durationSeconds: config.WORKFLOW_RUN_RATE_LIMIT_DURATION },
  };
}
