import type { Signal } from '../../kernel/signals.ts';
import type { LiveChange, LiveTopic } from './changes.schema.ts';

export interface ChangeQueue {
  push(change: LiveChange): void;
  /** The oldest waiting change; undefined when none came within `timeoutMs` or the queue was closed. */
  next(timeoutMs: number): Promise<LiveChange | undefined>;
  close(): void;
}

/** Changes on their way to one tab. The same change waits once: a slow tab gets fewer, never an endless backlog. */
export function createChangeQueue(): ChangeQueue {
  const waiting = new Map<string, LiveChange>();
  let wake: (() => void) | null = null;
  let isClosed = false;
  const ring = (): void => wake?.();
  return {
    push(change) {
      waiting.set(`${change.kind} ${change.id}`, change);
      ring();
    },
    async next(timeoutMs) {
      if (waiting.size === 0 && !isClosed) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      const first = waiting.entries().next().value;
      if (first === undefined) return undefined;
      waiting.delete(first[0]);
      return first[1];
    },
    close() {
      isClosed = true;
      ring();
    },
  };
}

/** Does one of the topics ask for this signal? Only signals of the tenant are ever shown. */
export function isWatched(signal: Signal, tenant: string, topics: readonly LiveTopic[]): boolean {
  // A signal without a tenant says "look at everything".
  if (signal.tenant !== tenant && signal.tenant !== '') return false;
  return topics.some(
    ({ kind, id }) => kind === signal.kind && (id === undefined || signal.id === '' || id === signal.id),
  );
}
