import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useLiveState } from '../api/live.ts';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { isOver, type RunDetails, type StepRow } from './run-types.ts';

/** Only while the stream is not there; with it, changes arrive by themselves. */
const FALLBACK_POLL_MS = 5000;
const STEPS_A_PAGE = 200;
/** More than that is fetched when it is asked for. */
const STEPS_AT_ONCE = 2000;

export function useRun(runId: string) {
  const trpc = useTRPC();
  const live = useLiveState();
  return useQuery(
    trpc.runs.get.queryOptions(
      { runId },
      {
        refetchInterval: ({ state }) =>
          live === 'live' || isOver(state.data?.status ?? '') ? false : FALLBACK_POLL_MS,
      },
    ),
  );
}

/** All steps of the run as far as the page shows them, in the order in which they began. */
export function useSteps(run: RunDetails) {
  const trpc = useTRPC();
  const live = useLiveState();
  const client = useTRPCClient();
  const input = { runId: run.runId, limit: STEPS_A_PAGE };
  const query = usePages(
    trpc.runs.steps.infiniteQueryKey(input),
    (cursor) => client.runs.steps.query({ ...input, cursor }),
    { refetchInterval: live === 'live' || isOver(run.status) ? false : FALLBACK_POLL_MS },
  );
  const rows: StepRow[] = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && rows.length < STEPS_AT_ONCE) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage, rows.length]);
  return { query, rows };
}

/** The definition that the run follows; it never changes. */
export function useDefinition(run: RunDetails) {
  const trpc = useTRPC();
  return useQuery(trpc.runs.definition.queryOptions({ runId: run.runId }, { staleTime: Number.POSITIVE_INFINITY }));
}
