import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../../api/live.ts';
import { ServerError } from '../../api/server-error.tsx';
import { useTRPC, useTRPCClient } from '../../api/trpc.ts';
import { usePages } from '../../api/use-pages.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Loading } from '../../ui/states.tsx';
import type { Entry, EntryChange } from '../data-types.ts';
import { useMayManage } from '../manage-button.tsx';
import panel from '../panel.module.css';
import { DiffView } from './diff-view.tsx';
import classes from './history.module.css';
import { RevertDialog } from './revert-dialog.tsx';
import { Revision, Revisions } from './revisions.tsx';

const PAGE_SIZE = 20;
const FALLBACK_POLL_MS = 10_000;
const historyViews = ['changes', 'values'] as const;
type HistoryView = (typeof historyViews)[number];

/** Every revision of an entry through all its lives, and the way back to any of them. */
export function EntryHistory({
  address,
  entry,
}: {
  address: { namespace: string; key: string };
  /** Null = it is gone. */
  entry: Entry | null;
}) {
  const { t } = useTranslation('data');
  const [view, setView] = useState<HistoryView>('changes');
  const [reverted, setReverted] = useState<EntryChange | null>(null);
  const list = useHistory(address);
  const changes = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={panel.section}>
      <header className={classes.head}>
        <h3>{t(($) => $.history.title)}</h3>
        <SegmentedControl
          size="xs"
          aria-label={t(($) => $.history.show)}
          value={view}
          data={historyViews.map((each) => ({ value: each, label: t(($) => $.history.views[each]) }))}
          onChange={setView}
        />
      </header>
      {list.isPending && <Loading rows={4} what={t(($) => $.history.the)} />}
      {list.isError && list.data === undefined && (
        <ServerError error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && changes.length === 0 && <p className={panel.quiet}>{t(($) => $.history.empty)}</p>}
      <Revisions label={t(($) => $.history.title)}>
        {changes.map((change, index) => (
          <EntryRevision
            key={change.historyId}
            change={change}
            isNewest={index === 0}
            isCurrent={index === 0 && entry !== null}
            view={view}
            onRevert={() => setReverted(change)}
          />
        ))}
      </Revisions>
      {list.hasNextPage && (
        <Button variant="subtle" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t(($) => $.history.older)}
        </Button>
      )}
      {reverted !== null && <RevertDialog change={reverted} entry={entry} onClose={() => setReverted(null)} />}
    </section>
  );
}

function EntryRevision({
  change,
  isNewest,
  isCurrent,
  view,
  onRevert,
}: {
  change: EntryChange;
  isNewest: boolean;
  isCurrent: boolean;
  view: HistoryView;
  onRevert: () => void;
}) {
  const { t } = useTranslation('data');
  const format = useFormat();
  const mayManage = useMayManage();
  const { revision, operation } = change;
  const label = t(($) => $.history.revertTo, { revision });
  return (
    <Revision
      mark={format.number(revision)}
      markLabel={t(($) => $.history.revision, { revision })}
      isNewest={isNewest}
      origin={change}
      did={operation === 'set' || operation === 'increment' ? null : t(($) => $.history.operations[operation])}
      revert={
        mayManage && change.hasValue && !isCurrent
          ? { label, verb: t(($) => $.history.revert), onClick: onRevert }
          : null
      }
    >
      {view === 'changes' ? (
        <DiffView
          before={change.hadValue ? change.valueBefore : undefined}
          after={change.hasValue ? change.valueAfter : undefined}
        />
      ) : (
        change.hasValue && (
          <section
            className={classes.value}
            aria-label={t(($) => $.history.revision, { revision })}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
            tabIndex={0}
          >
            <pre>{JSON.stringify(change.valueAfter, null, 2)}</pre>
          </section>
        )
      )}
    </Revision>
  );
}

function useHistory(address: { namespace: string; key: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const live = useLiveState();
  const input = { ...address, limit: PAGE_SIZE };
  return usePages(
    trpc.store.history.infiniteQueryKey(input),
    (cursor) => client.store.history.query({ ...input, cursor }),
    { refetchInterval: live === 'live' ? false : FALLBACK_POLL_MS },
  );
}
