import { useLiveState } from '../../api/live.ts';
import { type Inputs, useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';

const FALLBACK_POLL_MS = 10_000;

export function useLinks(input: Inputs['links']['list']) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  return usePages(trpc.links.list.infiniteQueryKey(input), (cursor) => client.links.list.query({ ...input, cursor }), {
    refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS,
  });
}
