import { Button, Select } from '@mantine/core';
import { IconDownload, IconFilterOff, IconRoute } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { usePages } from '../api/use-pages.ts';
import { useMay } from '../session/session.ts';
import filters from '../ui/filters.module.css';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { EmptyState, Loading } from '../ui/states.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { type WorkflowsSearch, workflowStates } from './search.ts';
import { SelectionBar } from './selection-bar.tsx';
import { WorkflowCounters } from './workflow-counters.tsx';
import { WorkflowDrawer } from './workflow-drawer.tsx';
import { WorkflowTable } from './workflow-table.tsx';

const PAGE_SIZE = 50;
const route = getRouteApi('/shell/workflows');

export function WorkflowsPage() {
  const { t } = useTranslation('workflows');
  const { t: tCommon } = useTranslation('common');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayMove = useMay('workflow:admin');
  const list = useWorkflows(search);
  const [selected, setSelected] = useState<Set<string>>(new Set());
  const [importing, setImporting] = useState(false);
  const set = (next: Partial<WorkflowsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const filtered = search.q !== undefined || search.status !== undefined;

  return (
    <Page
      title={t(($) => $.title)}
      actions={
        mayMove && (
          <Button
            leftSection={<IconDownload size={16} stroke={1.7} aria-hidden />}
            onClick={() => setImporting(true)}
            size="md"
          >
            {t(($) => $.import.open)}
          </Button>
        )
      }
    >
      {counts !== undefined && <WorkflowCounters counts={counts} />}
      <div className={filters.bar}>
        <SearchField
          value={search.q ?? ''}
          onChange={(q) => set({ q: q === '' ? undefined : q })}
          label={t(($) => $.search)}
        />
        <Select
          aria-label={t(($) => $.statusFilter)}
          value={search.status ?? ''}
          onChange={(status) => set({ status: workflowStates.find((state) => state === status) })}
          data={[
            { value: '', label: t(($) => $.anyStatus) },
            ...workflowStates.map((state) => ({ value: state, label: tCommon(($) => $.status[state]) })),
          ]}
          allowDeselect={false}
          w={170}
        />
        {counts !== undefined && (
          <span className={filters.count} role="status">
            {t(($) => $.shown, { shown: items.length, total: counts.total })}
          </span>
        )}
      </div>
      {list.isPending ? (
        <Loading rows={6} height={54} what={t(($) => $.theList)} />
      ) : list.isError && list.data === undefined ? (
        <ServerError error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <WorkflowTable
          workflows={items}
          selection={mayMove ? { selected, onChange: setSelected } : undefined}
          onOpen={(workflow) => set({ open: workflow.key })}
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
                  <Button variant="default" onClick={() => set({ q: undefined, status: undefined })}>
                    {tCommon(($) => $.clearFilters)}
                  </Button>
                }
              />
            ) : (
              <EmptyState
                icon={IconRoute}
                title={t(($) => $.empty.title)}
                text={mayMove ? t(($) => $.empty.text) : t(($) => $.empty.textWithoutImport)}
              />
            )
          }
        />
      )}
      <SelectionBar
        workflows={items.filter((workflow) => selected.has(workflow.workflowId))}
        onClear={() => setSelected(new Set())}
      />
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
      {search.open !== undefined && (
        <WorkflowDrawer workflowKey={search.open} onClose={() => set({ open: undefined })} />
      )}
    </Page>
  );
}

function useWorkflows(search: WorkflowsSearch) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const input = { search: search.q, status: search.status, limit: PAGE_SIZE };
  return usePages(trpc.workflows.list.infiniteQueryKey(input), (cursor) =>
    client.workflows.list.query({ ...input, cursor }),
  );
}
