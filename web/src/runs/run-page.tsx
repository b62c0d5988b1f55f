import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ServerError } from '../api/server-error.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { stepTree } from '../steps/step-tree.ts';
import { useDocumentTitle } from '../ui/page.tsx';
import { Loading } from '../ui/states.tsx';
import { iterationKeyOf } from './pipe/iterations.ts';
import { RunPipe } from './pipe/run-pipe.tsx';
import { RunBar } from './run-bar.tsx';
import { RunHead } from './run-head.tsx';
import classes from './run-page.module.css';
import { type RunDetails, type StepRow, shortId } from './run-types.ts';
import { type RunSearch, type RunTab, runTabs } from './search.ts';
import { CallsTab } from './tabs/calls-tab.tsx';
import { ChangesTab } from './tabs/changes-tab.tsx';
import { DataTab } from './tabs/data-tab.tsx';
import { LogsTab } from './tabs/logs-tab.tsx';
import { StepTab } from './tabs/step-tab.tsx';
import { WaitsTab } from './tabs/waits-tab.tsx';
import { TimelineTab } from './timeline/timeline-tab.tsx';
import { useDefinition, useRun, useSteps } from './use-run-data.ts';
import { WaitingBanner } from './waiting-banner.tsx';

const route = getRouteApi('/shell/runs/$runId');

export function RunPage() {
  const { t } = useTranslation('runs');
  const { runId } = route.useParams();
  const run = useRun(runId);
  useDocumentTitle(
    run.data === undefined ? t(($) => $.runName, { id: shortId(runId) }) : `${run.data.workflowName} ${shortId(runId)}`,
  );
  if (run.data !== undefined) return <Loaded run={run.data} />;
  return (
    <div className={classes.alone}>
      <h1 className={classes.id}>{t(($) => $.runName, { id: shortId(runId) })}</h1>
      {run.isError ? (
        <ServerError error={run.error} onRetry={() => void run.refetch()} />
      ) : (
        <Loading what={t(($) => $.theRun)} />
      )}
    </div>
  );
}

function Loaded({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const definition = useDefinition(run);
  const steps = useSteps(run);
  const tree = useMemo(() => stepTree(definition.data?.definition), [definition.data]);
  return (
    <>
      <RunBar run={run} />
      <WaitingBanner run={run} />
      {definition.isError && <ServerError error={definition.error} onRetry={() => void definition.refetch()} />}
      {steps.query.isError && <ServerError error={steps.query.error} onRetry={() => void steps.query.refetch()} />}
      {definition.data === undefined || steps.query.data === undefined ? (
        <div className={classes.alone}>
          {!definition.isError && !steps.query.isError && <Loading what={t(($) => $.theRun)} />}
        </div>
      ) : (
        <Columns run={run} tree={tree} rows={steps.rows} />
      )}
    </>
  );
}

function Columns({
  run,
  tree,
  rows,
}: {
  run: RunDetails;
  tree: ReturnType<typeof stepTree>;
  rows: readonly StepRow[];
}) {
  const { t } = useTranslation('runs');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const set = (next: Partial<RunSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const tab = search.tab ?? 'timeline';
  const selected = search.step === undefined ? null : { step: search.step, at: search.at ?? '' };
  return (
    <div className={classes.columns}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={classes.left} tabIndex={0} aria-label={t(($) => $.pipe.label)}>
        <RunPipe
          run={run}
          tree={tree}
          rows={rows}
          chosen={chosen}
          onChoose={(loop, index) => setChosen(new Map(chosen).set(loop, index))}
          selected={selected?.step ?? null}
          onSelect={(step) => {
            const at = iterationKeyOf(step, rows, chosen);
            set({ tab: 'step', step, at: at === '' ? undefined : at });
          }}
        />
      </section>
      <div className={classes.right}>
        <RunHead run={run} rows={rows} />
        <Tabs value={tab} onChange={(next) => set({ tab: runTabs.find((each) => each === next) })} keepMounted={false}>
          <TabList run={run} />
          <div className={classes.panel}>
            <Tabs.Panel value="timeline">
              <TimelineTab
                run={run}
                tree={tree}
                rows={rows}
                selected={selected}
                onSelect={(step, at) => set({ tab: 'step', step, at: at === '' ? undefined : at })}
              />
            </Tabs.Panel>
            <Tabs.Panel value="step">
              <StepTab run={run} tree={tree} rows={rows} selected={selected} />
            </Tabs.Panel>
            <Tabs.Panel value="data">
              <DataTab run={run} />
            </Tabs.Panel>
            <Tabs.Panel value="changes">
              <ChangesTab run={run} tree={tree} />
            </Tabs.Panel>
            <Tabs.Panel value="calls">
              <CallsTab run={run} />
            </Tabs.Panel>
            <Tabs.Panel value="waits">
              <WaitsTab run={run} />
            </Tabs.Panel>
            <Tabs.Panel value="logs">
              <LogsTab run={run} tree={tree} rows={rows} />
            </Tabs.Panel>
          </div>
        </Tabs>
      </div>
    </div>
  );
}

function TabList({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const format = useFormat();
  const open: Partial<Record<RunTab, number>> = { waits: run.waitingFor.length };
  return (
    <Tabs.List>
      {runTabs.map((tab) => (
        <Tabs.Tab key={tab} value={tab}>
          {t(($) => $.tabs[tab])}
          {(open[tab] ?? 0) > 0 && <span className={classes.count}>{format.number(open[tab] ?? 0)}</span>}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
