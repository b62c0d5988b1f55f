import type { RetryPolicy } from '../definition/values.schema.ts';
import type { RunFailure } from './types.ts';

/** May the attempt after `attempt` be made? */
export function canRetry(policy: RetryPolicy | null, attempt: number, failure: RunFailure): policy is RetryPolicy {
  if (policy === null || !failure.retryable || attempt >= policy.maxAttempts) return false;
  return policy.retryOn === undefined || policy.retryOn.includes(failure.category);
}

/**
 * Milliseconds until the next attempt: backoff × multiplier^(attempt − 1), jitter 0.8 to 1.2, then the cap; never earlier than the
 * failure asks for. The jitter is a hash of `seed`: random enough between runs, the same for the same call.
 */
export function retryDelayMs(policy: RetryPolicy, attempt: number, seed: string, retryAfterMs = 0): number {
  const backoff = policy.backoffMs * (policy.backoffMultiplier ?? 2) ** (attempt - 1);
  const jitter = policy.jitter === false ? 1 : 0.8 + 0.4 * unitHash(seed);
  const capped = Math.min(backoff * jitter, policy.maxDelayMs ?? MAX_DELAY_MS, MAX_DELAY_MS);
  return Math.round(Math.max(capped, retryAfterMs));
}

/** A year: longer than anybody waits, short enough for a date. */
const MAX_DELAY_MS = 365 * 24 * 60 * 60 * 1000;

/** FNV-1a with a final mix, as a number in [0, 1). */
export function unitHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
