import { useLiveState } from '../../api/live.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import type { DataSearch } from '../search.ts';

const PAGE_SIZE = 100;
const FALLBACK_POLL_MS = 10_000;

export function useEntries(namespace: string, { q, type, expiry }: Pick<DataSearch, 'q' | 'type' | 'expiry'>) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { namespace, prefix: q, valueType: type, expiry, limit: PAGE_SIZE };
  return usePages(trpc.store.list.infiniteQueryKey(input), (cursor) => client.store.list.query({ ...input, cursor }), {
    refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS,
  });
}
