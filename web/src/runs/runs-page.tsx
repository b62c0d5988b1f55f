import { Button, Select } from '@mantine/core';
import { IconActivity, IconFilterOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/live.ts';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Counters } from '../ui/counters.tsx';
import filters from '../ui/filters.module.css';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { shownStepStatus } from '../ui/status.ts';
import { RunTable } from './run-table.tsx';
import { type RunsSearch, runSpans, runStatuses } from './search.ts';

const PAGE_SIZE = 50;
const FALLBACK_POLL_MS = 10_000;
const route = getRouteApi('/shell/runs');

export function RunsPage() {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRuns(search);
  const set = (next: Partial<RunsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <Page title={t(($) => $.title)}>
      <RunCounters search={search} />
      <div className={filters.bar}>
        <SearchField
          value={search.q ?? ''}
          onChange={(q) => set({ q: q === '' ? undefined : q })}
          label={t(($) => $.search)}
        />
        <Select
          aria-label={t(($) => $.columns.status)}
          value={search.status ?? ''}
          onChange={(status) => set({ status: runStatuses.find((each) => each === status) })}
          data={[
            { value: '', label: t(($) => $.filters.anyStatus) },
            ...runStatuses.map((status) => ({
              value: status,
              label: tCommon(($) => $.status[shownStepStatus(status)]),
            })),
          ]}
          allowDeselect={false}
          w={160}
        />
        <WorkflowFilter value={search.workflow} onChange={(workflow) => set({ workflow })} />
        <Select
          aria-label={t(($) => $.filters.span)}
          value={search.span ?? ''}
          onChange={(span) => set({ span: runSpans.find((each) => each === span) })}
          data={[
            { value: '', label: t(($) => $.filters.anyTime) },
            ...runSpans.map((span) => ({ value: span, label: t(($) => $.filters.spans[span]) })),
          ]}
          allowDeselect={false}
          w={170}
        />
      </div>
      {list.isPending ? (
        <Loading rows={8} what={t(($) => $.theList)} />
      ) : list.isError && list.data === undefined ? (
        <ServerError error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <RunTable
          runs={list.data?.pages.flatMap((page) => page.items) ?? []}
          more={
            list.hasNextPage ? { fetch: () => void list.fetchNextPage(), fetching: list.isFetchingNextPage } : undefined
          }
          empty={
            filtered ? (
              <EmptyState
                icon={IconFilterOff}
                title={t(($) => $.noMatch.title)}
                text={t(($) => $.noMatch.text)}
                action={
                  <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
                    {tCommon(($) => $.clearFilters)}
                  </Button>
                }
              />
            ) : (
              <EmptyState icon={IconActivity} title={t(($) => $.empty.title)} text={t(($) => $.empty.text)} />
            )
          }
        />
      )}
    </Page>
  );
}

function RunCounters({ search }: { search: RunsSearch }) {
  const { t } = useTranslation('runs');
  const { t: tCommon } = useTranslation('common');
  const format = useFormat();
  const trpc = useTRPC();
  const from = useFrom(search.span);
  const summary = useQuery(
    trpc.runs.summary.queryOptions({ workflowId: search.workflow, from }, { placeholderData: keepPreviousData }),
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

function WorkflowFilter({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (workflow: string | undefined) => void;
}) {
  const { t } = useTranslation('runs');
  const trpc = useTRPC();
  const workflows = useQuery(trpc.workflows.list.queryOptions({ limit: 200, sort: 'name' }));
  const known = workflows.data?.items.map((workflow) => ({ value: workflow.key, label: workflow.name })) ?? [];
  // A workflow that is not among them is still the filter that the address names.
  const options =
    value === undefined || known.some((each) => each.value === value) ? known : [...known, { value, label: value }];
  return (
    <Select
      aria-label={t(($) => $.columns.workflow)}
      value={value ?? ''}
      onChange={(next) => onChange(next === null || next === '' ? undefined : next)}
      data={[{ value: '', label: t(($) => $.filters.anyWorkflow) }, ...options]}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t(($) => $.filters.noWorkflow)}
      w={250}
    />
  );
}

function useRuns(search: RunsSearch) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const from = useFrom(search.span);
  const input = {
    status: search.status === undefined ? undefined : [search.status],
    workflowId: search.workflow,
    search: search.q,
    from,
    limit: PAGE_SIZE,
  };
  return usePages(trpc.runs.list.infiniteQueryKey(input), (cursor) => client.runs.list.query({ ...input, cursor }), {
    refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS,
  });
}

const hours = { hour: 1, day: 24, week: 7 * 24, month: 30 * 24 } as const;

/** Start of the span, fixed when it is chosen: a moving start would be a new question every time. */
function useFrom(span: RunsSearch['span']): string | undefined {
  return useMemo(
    () => (span === undefined ? undefined : new Date(Date.now() - hours[span] * 3_600_000).toISOString()),
    [span],
  );
}
