import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLiveState } from '../../api/live.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import { type Invocation, isOver, type RunDetails } from '../run-types.ts';
import { FALLBACK_POLL_MS } from './use-run-data.ts';

const CALLS_A_PAGE = 200;
/** So many say on their cards what they did; more are fetched where they are asked for. */
const CALLS_AT_ONCE = 1000;

export type CallsByStep = ReadonlyMap<string, Invocation>;

/** The calls of the run, and those that are known by step and pass. */
export function useCalls(run: RunDetails) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { runId: run.runId, limit: CALLS_A_PAGE };
  const query = usePages(
    trpc.runs.invocations.infiniteQueryKey(input),
    (cursor) => client.runs.invocations.query({ ...input, cursor }),
    { refetchInterval: live === 'live' || isOver(run.status) ? false : FALLBACK_POLL_MS },
  );
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && items.length < CALLS_AT_ONCE) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage, items.length]);
  const byStep: CallsByStep = useMemo(
    () => new Map(items.map((call) => [addressOf(call.stepPath, call.iterationKey), call])),
    [items],
  );
  return { query, items, byStep };
}

/** The call of one step in one pass, however many others there are. */
export function useCallOf(runId: string, stepPath: string, iterationKey: string, enabled: boolean) {
  const trpc = useTRPC();
  return useQuery(trpc.runs.invocations.queryOptions({ runId, stepPath, iterationKey, limit: 1 }, { enabled }));
}

export function addressOf(stepPath: string, iterationKey: string): string {
  return `${stepPath} ${iterationKey}`;
}
