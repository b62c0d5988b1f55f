import { useLiveState } from '../../api/live.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';

const PAGE_SIZE = 50;
const FALLBACK_POLL_MS = 10_000;

export function useCollections(search: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { search: search === '' ? undefined : search, limit: PAGE_SIZE };
  return usePages(
    trpc.store.collections.infiniteQueryKey(input),
    (cursor) => client.store.collections.query({ ...input, cursor }),
    { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS },
  );
}
