import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { Panel } from '../ui/panel.tsx';
import { Loading } from '../ui/states.tsx';
import { Changes } from './changes/changes.tsx';
import type { useCalls } from './data/use-calls.ts';
import type { useChanges } from './data/use-run-data.ts';
import { RunOrigin } from './origin/run-origin.tsx';
import classes from './run-page.module.css';
import type { RunChanges } from './run-types.ts';
import { type RunTab, runTabs } from './search.ts';
import { TabState } from './tabs/tab-state.tsx';
import { Timeline } from './timeline/timeline.tsx';
import { useRunView } from './view/run-view.tsx';

// What most visits do not open is fetched when it is.
const DataTab = lazyPart(() => import('./tabs/data-tab.tsx'), 'DataTab');
const CallsTab = lazyPart(() => import('./tabs/calls-tab.tsx'), 'CallsTab');
const WaitsTab = lazyPart(() => import('./tabs/waits-tab.tsx'), 'WaitsTab');
const LogsTab = lazyPart(() => import('./tabs/logs-tab.tsx'), 'LogsTab');

const route = getRouteApi('/shell/runs/$runId');

interface RunTabsProps {
  calls: ReturnType<typeof useCalls>;
  changes: ReturnType<typeof useChanges>;
}

/** Everything that is known of the run; the timeline comes first, with what was changed below it. */
export function RunTabs({ calls, changes }: RunTabsProps) {
  const { t } = useTranslation('runs');
  const { run } = useRunView();
  const { tab = 'timeline' } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (next: RunTab | undefined) =>
    void navigate({ search: (before) => ({ ...before, tab: next }), replace: true });
  const count = changes.data === undefined ? 0 : countOf(changes.data);
  const counts: Partial<Record<RunTab, number>> = {
    waits: run.waitingFor.length,
    changes: count,
    calls: calls.query.hasNextPage ? 0 : calls.items.length,
  };
  return (
    <Tabs
      className={classes.tabs}
      value={tab}
      onChange={(next) => show(runTabs.find((each) => each === next))}
      keepMounted={false}
    >
      <TabList counts={counts} />
      <div className={classes.panel} data-scroller>
        <Tabs.Panel value="timeline">
          <Timeline />
          {changes.data !== undefined && count > 0 && (
            <div className={classes.below}>
              <MadeChanges changes={changes.data} count={count} />
            </div>
          )}
          <RunOrigin run={run} />
        </Tabs.Panel>
        <Tabs.Panel value="changes">
          <TabState query={changes} what={t(($) => $.tabs.changes)}>
            {(data) => <Changes changes={data} />}
          </TabState>
        </Tabs.Panel>
        <Suspense fallback={<Loading rows={4} what={t(($) => $.tabs[tab])} />}>
          <Tabs.Panel value="data">
            <DataTab run={run} />
          </Tabs.Panel>
          <Tabs.Panel value="calls">
            <CallsTab calls={calls} />
          </Tabs.Panel>
          <Tabs.Panel value="waits">
            <WaitsTab run={run} />
          </Tabs.Panel>
          <Tabs.Panel value="logs">
            <LogsTab />
          </Tabs.Panel>
        </Suspense>
      </div>
    </Tabs>
  );
}

function MadeChanges({ changes, count }: { changes: RunChanges; count: number }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  return (
    <Panel heading={t(($) => $.changes.title)} count={format.number(count)}>
      <Changes changes={changes} />
    </Panel>
  );
}

function countOf({ store, links, records }: RunChanges): number {
  return store.length + links.length + records.length;
}

function TabList({ counts }: { counts: Partial<Record<RunTab, number>> }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  return (
    <Tabs.List>
      {runTabs.map((tab) => (
        <Tabs.Tab key={tab} value={tab}>
          {t(($) => $.tabs[tab])}
          {(counts[tab] ?? 0) > 0 && <span className={classes.count}>{format.number(counts[tab] ?? 0)}</span>}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
