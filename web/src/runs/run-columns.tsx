import { type CSSProperties, Suspense, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StepTree } from '../steps/step-tree.ts';
import { lazyPart } from '../ui/lazy-part.ts';
import { SplitHandle, useSplitSize } from '../ui/split-handle.tsx';
import { useCalls } from './data/use-calls.ts';
import { useChanges } from './data/use-run-data.ts';
import { recordNames } from './outcome/record-names.ts';
import { passesOf } from './pipe/iterations.ts';
import { RunPipe } from './pipe/run-pipe.tsx';
import { RunHead } from './run-head.tsx';
import classes from './run-page.module.css';
import { RunTabs } from './run-tabs.tsx';
import type { RunDetails, StepRow } from './run-types.ts';
import { HoverProvider } from './view/hover.tsx';
import { type RunView, RunViewProvider } from './view/run-view.tsx';
import { useSelection } from './view/use-selection.ts';

const StepPanel = lazyPart(() => import('./step-panel/step-panel.tsx'), 'StepPanel');

export interface RunColumnsProps {
  run: RunDetails;
  tree: StepTree;
  rows: readonly StepRow[];
  /** The run has more steps than a page can hold. */
  isCut: boolean;
}

/** The pipe and, beside it, when and what: both show the same selected step. */
export function RunColumns({ run, tree, rows: latest, isCut }: RunColumnsProps) {
  // Many rows take a moment to lay out: meanwhile the page answers.
  const rows = useDeferredValue(latest);
  const passes = useMemo(() => passesOf(rows), [rows]);
  const selection = useSelection(tree, passes);
  const calls = useCalls(run);
  const changes = useChanges(run.runId);
  const names = useMemo(() => recordNames(changes.data), [changes.data]);
  const view: RunView = { run, tree, rows, passes, calls: calls.byStep, names, ...selection };
  return (
    <RunViewProvider view={view}>
      <HoverProvider>
        <Layout view={view}>
          <RunHead run={run} rows={rows} isCut={isCut} />
          <RunTabs calls={calls} changes={changes} />
        </Layout>
      </HoverProvider>
    </RunViewProvider>
  );
}

function Layout({ view, children }: { view: RunView; children: React.ReactNode }) {
  const { t } = useTranslation('runs');
  const width = useSplitSize('penstock.run.pipe-width', 320, 1100);
  const height = useSplitSize('penstock.run.step-height', 140, 900);
  const { selected, tree } = view;
  const step = selected === null ? undefined : tree.steps.get(selected.path);
  const style = width.size === null ? {} : ({ '--run-pipe': `${width.size}px` } as CSSProperties);
  return (
    <div className={classes.columns} style={style}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
      <section className={classes.left} data-scroller tabIndex={0} aria-label={t(($) => $.pipe.label)}>
        <RunPipe />
      </section>
      <SplitHandle {...width} label={t(($) => $.pipe.width)} axis="inline" side="before" />
      <div className={classes.right}>
        {children}
        {selected !== null && step !== undefined && (
          <>
            <SplitHandle {...height} label={t(($) => $.step.height)} axis="block" side="after" />
            <div className={classes.lower} style={height.size === null ? {} : { blockSize: height.size }}>
              <Suspense fallback={null}>
                <StepPanel address={selected} step={step} />
              </Suspense>
            </div>
          </>
        )}
      </div>
    </div>
  );
}
