import { Button, Select } from '@mantine/core';
import { IconDownload, IconFilterOff, IconPlus, IconRoute } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
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
import { CreateDialog } from './create-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { type WorkflowsSearch, workflowStates } from './search.ts';
import { SelectionBar } from './selection-bar.tsx';
import { WorkflowCounters } from './workflow-counters.tsx';
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
  const [creating, setCreating] = useState(false);
  const goTo = useNavigate();
  const set = (next: Partial<WorkflowsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });

  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const counts = list.data?.pages[0]?.counts;
  const filtered = search.q !== undefined || search.status !== undefined;

  return (
    <Page
      title={t(($) => $.title)}
      actions={<HeadActions onCreate={() => setCreating(true)} onImport={() => setImporting(true)} />}
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
          onOpen={({ key }) => void goTo({ to: '/workflows/$workflowId', params: { workflowId: key } })}
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
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function HeadActions({ onCreate, onImport }: { onCreate: () => void; onImport: () => void }) {
  const { t } = useTranslation('workflows');
  const mayManage = useMay('workflow:manage');
  const mayMove = useMay('workflow:admin');
  const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
  return (
    <>
      {mayMove && (
        <Button variant="default" leftSection={<IconDownload {...icon} />} onClick={onImport} size="md">
          {t(($) => $.import.open)}
        </Button>
      )}
      {mayManage && (
        <Button leftSection={<IconPlus {...icon} />} onClick={onCreate} size="md">
          {t(($) => $.create.open)}
        </Button>
      )}
    </>
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
