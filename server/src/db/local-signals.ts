import type { Signal, Signals } from '../kernel/signals.ts';

/** Signals that stay in this process: for tests, and the nearer half of the shared ones. */
export function createLocalSignals(): Signals {
  const listeners = new Set<(signal: Signal) => void>();
  return {
    publish(signal) {
      for (const listener of [...listeners]) listener(signal);
    },
    subscribe(listener) {
      // A function given twice is two subscriptions.
      const own = (signal: Signal) => listener(signal);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
