import type { Query, QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { ApiClient } from './trpc.ts';

export type LiveState = 'connecting' | 'live' | 'lost';
/** What a server-sent change says: which kind of thing, and which one; `ready` = the stream listens from now on. */
export interface Change {
  kind: string;
  id: string;
}

/** Routers whose queries a change of that kind makes stale. */
const staleRouters: Record<string, readonly string[]> = {
  run: ['runs', 'workflows'],
  store: ['store'],
  // a collection counts its links too
  links: ['links', 'store'],
  event: ['events'],
  records: ['projects', 'projectTasks'],
  workflows: ['workflows'],
};

/** Member of a query's input that says which thing of a kind it shows. */
const narrowedBy: Record<string, string> = { run: 'runId', store: 'namespace', links: 'namespace' };

type Message = { type: 'change'; change: Change } | { type: 'state'; state: LiveState } | { type: 'ask' };

const topics = [
  { kind: 'run' },
  { kind: 'event' },
  { kind: 'store' },
  { kind: 'links' },
  { kind: 'records' },
  { kind: 'workflows' },
] as const;
const GATHER_MS = 150;

let state: LiveState = 'connecting';
let lostAt: number | null = null;
const listeners = new Set<() => void>();

function setState(next: LiveState): void {
  if (next === state) return;
  lostAt = next === 'lost' ? Date.now() : null;
  state = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export function useLiveState(): LiveState {
  return useSyncExternalStore(subscribe, () => state);
}

/** Since when the page shows old data; null while it is live. */
export function useLostSince(): number | null {
  return useSyncExternalStore(subscribe, () => lostAt);
}

/**
 * One stream for all tabs: the tab that holds the lock listens to the server and tells the others, so that many open pages do not use up
 * the browser's connections. Changes are gathered for a moment, and then the queries they concern are fetched again.
 */
export function startLive(client: ApiClient, queries: QueryClient): () => void {
  const gather = gatherer((changes) => refetchStale(queries, changes));
  const channel = new BroadcastChannel('penstock.live');
  const stopped = new AbortController();
  let leads = false;

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'change') gather.add(data.change);
    if (data.type === 'state' && !leads) becameState(data.state);
    if (data.type === 'ask' && leads) channel.postMessage({ type: 'state', state } satisfies Message);
  };
  const becameState = (next: LiveState) => {
    // What happened while nobody listened is not known: everything shown is asked for again.
    if (next === 'live' && state === 'lost') void queries.invalidateQueries();
    setState(next);
  };
  const lead = () =>
    new Promise<void>((resolve) => {
      leads = true;
      const tell = (message: Message) => channel.postMessage(message);
      const become = (next: LiveState) => {
        // Unsubscribing ends the stream, which is told as an error: that is nobody's any more.
        if (stopped.signal.aborted) return;
        becameState(next);
        tell({ type: 'state', state: next });
      };
      const subscription = client.live.changes.subscribe(
        { topics: [...topics] },
        {
          onData: (change) => {
            if (change.kind === 'ready') return become('live');
            gather.add(change);
            tell({ type: 'change', change });
          },
          onConnectionStateChange: ({ state: connection }) => {
            if (connection !== 'pending' && state === 'live') become('lost');
          },
          onError: () => become('lost'),
        },
      );
      stopped.signal.addEventListener('abort', () => {
        subscription.unsubscribe();
        resolve();
      });
    });

  channel.postMessage({ type: 'ask' } satisfies Message);
  // Without the lock API (plain http on another host) every tab listens for itself.
  if (navigator.locks === undefined) void lead();
  else navigator.locks.request('penstock.live', { signal: stopped.signal }, lead).catch(() => undefined);

  return () => {
    stopped.abort();
    gather.stop();
    channel.close();
    setState('connecting');
  };
}

function gatherer(deliver: (changes: Change[]) => void) {
  let gathered: Change[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (change: Change) => {
      gathered.push(change);
      timer ??= setTimeout(() => {
        const changes = gathered;
        gathered = [];
        timer = undefined;
        deliver(changes);
      }, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

function refetchStale(queries: QueryClient, changes: readonly Change[]): void {
  void queries.invalidateQueries({ predicate: (query) => changes.some((change) => isStaleAfter(change, query)) });
}

/** A change of one run leaves the pages of other runs alone, and one of a collection those of other collections. */
export function isStaleAfter(change: Change, query: Pick<Query, 'queryKey'>): boolean {
  const path = query.queryKey[0] as readonly string[] | undefined;
  const options = query.queryKey[1] as { input?: Record<string, unknown> } | undefined;
  const router = path?.[0];
  if (router === undefined || !(staleRouters[change.kind] ?? []).includes(router)) return false;
  const member = narrowedBy[change.kind];
  const asked = member === undefined ? undefined : options?.input?.[member];
  return change.id === '' || typeof asked !== 'string' || asked === change.id;
}
