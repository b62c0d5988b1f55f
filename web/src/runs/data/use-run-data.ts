import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLiveState } from '../../api/live.ts';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { isOver, type RunDetails, type StepRow } from '../run-types.ts';
import { refreshPages, type StepPage } from './step-pages.ts';

/** Only while the stream is not there; with it, changes arrive by themselves. */
export const FALLBACK_POLL_MS = 5000;
const STEPS_A_PAGE = 2000;
/** The page draws what is seen, so only memory limits it. */
const MOST_STEPS = 50_000;

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

/** All steps of the run in the order in which they began. */
export function useSteps(run: RunDetails) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const live = useLiveState();
  const input = { runId: run.runId, limit: STEPS_A_PAGE };
  const queryKey = [...trpc.runs.steps.queryKey(input), 'pages'];
  const query = useQuery({
    queryKey,
    queryFn: () =>
      refreshPages<StepRow>(
        queries.getQueryData<readonly StepPage<StepRow>[]>(queryKey) ?? [],
        (cursor) => client.runs.steps.query({ ...input, cursor }),
        MOST_STEPS,
        (pages) => queries.setQueryData(queryKey, pages),
      ),
    refetchInterval: live === 'live' || isOver(run.status) ? false : FALLBACK_POLL_MS,
  });
  const rows: StepRow[] = useMemo(() => query.data?.flatMap((page) => page.items) ?? [], [query.data]);
  return { query, rows, isCut: query.data?.at(-1)?.nextCursor != null && !query.isFetching };
}

/** The definition that the run follows; it never changes. */
export function useDefinition(run: RunDetails) {
  const trpc = useTRPC();
  return useQuery(trpc.runs.definition.queryOptions({ runId: run.runId }, { staleTime: Number.POSITIVE_INFINITY }));
}

/** What the run changed for good. */
export function useChanges(runId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.runs.changes.queryOptions({ runId }, { placeholderData: keepPreviousData }));
}
