import { Button } from '@mantine/core';
import { IconActivity, IconFilterOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.ts';
import { Paged } from '../api/paged.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Counters } from '../ui/counters.tsx';
import { Page } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { shownStepStatus } from '../ui/status.ts';
import { RunFilters } from './run-filters.tsx';
import { RunTable } from './run-table.tsx';
import { type RunsSearch, runStatuses } from './search.ts';
import { type Range, rangeOf } from './search-range.ts';

const PAGE_SIZE = 50;
const FALLBACK_POLL_MS = 10_000;
const route = getRouteApi('/shell/runs');

export function RunsPage() {
  const { t } = useTranslation('runs');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const range = useRange(search);
  const runs = useRuns(search, range);
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  return (
    <Page title={t(($) => $.title)}>
      <RunCounters workflow={search.workflow} range={range} />
      <RunFilters
        search={search}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true })}
      />
      <Paged query={runs} rows={8} height={54} what={t(($) => $.theList)}>
        {(items, more) => (
          <RunTable
            runs={items}
            more={more}
            empty={
              isFiltered ? (
                <NoMatch onClear={() => void navigate({ search: {}, replace: true })} />
              ) : (
                <EmptyState icon={IconActivity} title={t(($) => $.empty.title)} text={t(($) => $.empty.text)} />
              )
            }
          />
        )}
      </Paged>
    </Page>
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  return (
    <EmptyState
      icon={IconFilterOff}
      title={t(($) => $.noMatch.title)}
      text={t(($) => $.noMatch.text)}
      action={
        <Button variant="default" onClick={onClear}>
          {tCommon(($) => $.clearFilters)}
        </Button>
      }
    />
  );
}

function RunCounters({ workflow, range }: { workflow: string | undefined; range: Range }) {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const trpc = useTRPC();
  const summary = useQuery(
    trpc.runs.summary.queryOptions({ workflowId: workflow, ...range }, { placeholderData: keepPreviousData }),
  );
  if (summary.data === undefined) return null;
  const { byStatus } = summary.data;
  return (
    <Counters
      label={t(($) => $.counters)}
      counters={runStatuses.map((status) => ({
        id: status,
        figure: format.number(byStatus[status]),
        label: tCommon(($) => $.status[shownStepStatus(status)]),
      }))}
    />
  );
}

function useRuns(search: RunsSearch, range: Range) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = {
    status: search.status === undefined ? undefined : [search.status],
    workflowId: search.workflow,
    search: search.q,
    ...range,
    limit: PAGE_SIZE,
  };
  return usePages(trpc.runs.list.infiniteQueryKey(input), (cursor) => client.runs.list.query({ ...input, cursor }), {
    refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS,
  });
}

/** Fixed when it is chosen: a span that moves with the clock would be a new question every time. */
function useRange({ span, from, to }: RunsSearch): Range {
  return useMemo(() => rangeOf({ span, from, to }, Date.now()), [span, from, to]);
}
