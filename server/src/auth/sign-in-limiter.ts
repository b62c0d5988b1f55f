import type { Clock } from '../kernel/clock.ts';
import { appError } from '../kernel/errors.ts';

const WINDOW_MS = 5 * 60 * 1000;
const MAX_TRIES_PER_ACCOUNT = 10;
const MAX_TRIES_PER_ADDRESS = 50;
const MAX_TRACKED = 10_000;

interface Window {
  startedAtMs: number;
  tries: number;
}

export interface SignInLimiter {
  /** Counts a try. Errors: RATE_LIMITED once an account or an address had too many in five minutes. */
  count(address: string, email: string): void;
  /** A right password starts the account's count again. */
  forget(address: string, email: string): void;
}

/**
 * Slows down guessing of passwords. An account is counted per address, so that a stranger cannot lock its owner out.
 * In memory: another process gives a guesser its own ten tries, no more.
 */
export function createSignInLimiter(clock: Clock): SignInLimiter {
  const windows = new Map<string, Window>();

  function add(key: string, max: number): void {
    const nowMs = clock.now().getTime();
    const known = windows.get(key);
    const window =
      known !== undefined && nowMs - known.startedAtMs < WINDOW_MS ? known : { startedAtMs: nowMs, tries: 0 };
    if (window.tries >= max) {
      const retryAfterSeconds = Math.max(1, Math.ceil((window.startedAtMs + WINDOW_MS - nowMs) / 1000));
      throw appError('RATE_LIMITED', { retryAfterSeconds }, 'Too many tries to sign in.');
    }
    window.tries += 1;
    // Set again so that the oldest touched key is the first of the map.
    windows.delete(key);
    windows.set(key, window);
    if (windows.size > MAX_TRACKED) windows.delete(windows.keys().next().value ?? key);
  }

  return {
    count(address, email) {
      add(`address ${address}`, MAX_TRIES_PER_ADDRESS);
      add(accountKey(address, email), MAX_TRIES_PER_ACCOUNT);
    },
    forget(address, email) {
      windows.delete(accountKey(address, email));
    },
  };
}

function accountKey(address: string, email: string): string {
  return `account ${address} ${email.trim().toLowerCase()}`;
}
