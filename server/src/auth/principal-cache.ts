import type { Clock } from '../kernel/clock.ts';

interface Entry<T> {
  value: Promise<T>;
  untilMs: number;
}

export interface PrincipalCache<T> {
  get(key: string, load: () => Promise<T>): Promise<T>;
  clear(): void;
}

/**
 * Remembers what was proven about a credential for a few seconds: a changed role or a revoked key takes effect within `ttlMs`.
 * Callers that ask at once share one look-up; a failed one is forgotten.
 */
export function createPrincipalCache<T>(clock: Clock, ttlMs: number, maxEntries = 5000): PrincipalCache<T> {
  const entries = new Map<string, Entry<T>>();
  return {
    get(key, load) {
      const nowMs = clock.now().getTime();
      const known = entries.get(key);
      if (known !== undefined && known.untilMs > nowMs) return known.value;
      const value = load();
      entries.delete(key);
      entries.set(key, { value, untilMs: nowMs + ttlMs });
      if (entries.size > maxEntries) entries.delete(entries.keys().next().value ?? key);
      value.catch(() => entries.delete(key));
      return value;
    },
    clear: () => entries.clear(),
  };
}
