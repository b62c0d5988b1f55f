import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useEntryLabels } from '../../i18n/entry-labels.ts';
import { triggerKind } from '../../steps/step-kinds.ts';
import type { StepTree } from '../../steps/step-tree.ts';
import { layoutPipe } from '../../ui/pipe/layout.ts';
import { PipeDrawing } from '../../ui/pipe/pipe-drawing.tsx';
import { Tile } from '../../ui/tile.tsx';
import { isOver, type RunDetails, type StepRow } from '../run-types.ts';
import { BranchHead } from './branch-head.tsx';
import type { ChosenIterations } from './iterations.ts';
import { isPassedBy, runCourse, shownTries } from './run-course.ts';
import classes from './run-pipe.module.css';
import { StepCard } from './step-card.tsx';

export interface RunPipeProps {
  run: RunDetails;
  tree: StepTree;
  rows: readonly StepRow[];
  chosen: ChosenIterations;
  onChoose: (loop: string, index: number) => void;
  selected: string | null;
  onSelect: (path: string) => void;
}

const DRAWING_WIDTH = 420;

/** The run as a pipe: water fills exactly the way that was taken. */
export function RunPipe({ run, tree, rows, chosen, onChoose, selected, onSelect }: RunPipeProps) {
  const { t } = useTranslation('runs');
  const shown = useMemo(() => shownTries(tree.steps.keys(), rows, chosen), [tree, rows, chosen]);
  const layout = useMemo(() => {
    const course = runCourse(tree.nodes, shown, run.status === 'SUCCEEDED');
    // A branch that was passed by is folded; one that may still be taken is shown dry.
    return layoutPipe(tree.nodes, course, (key, branch) => {
      if (course.taken(key, branch.name)) return false;
      return course.flow(key) === 'passed' || isPassedBy(key, branch.name, shown.get(key)?.result, course);
    });
  }, [tree, shown, run.status]);
  const live = run.status === 'RUNNING';
  const shut = run.waitingFor.find((wait) => wait.stepPath !== null);
  return (
    <div className={classes.pipe}>
      <div className={classes.sheet} style={{ blockSize: `${layout.height / 16}rem` }}>
        <PipeDrawing
          layout={layout}
          width={DRAWING_WIDTH}
          live={live}
          valve={
            shut?.stepPath == null
              ? undefined
              : { key: shut.stepPath, hue: run.waitReason === 'in_doubt' ? 'plum' : 'brass' }
          }
        />
        <ol className={classes.cards}>
          <li className={classes.place}>
            <TriggerCard run={run} />
          </li>
          {layout.cards.map((box) => {
            const step = tree.steps.get(box.key);
            if (step === undefined) return null;
            return (
              <li
                key={box.key}
                className={classes.place}
                style={{ insetBlockStart: `${box.top / 16}rem`, insetInlineStart: `${(box.axis - 21) / 16}rem` }}
              >
                <StepCard
                  step={step}
                  row={shown.get(box.key)}
                  rows={rows}
                  run={run}
                  chosen={chosen}
                  onChoose={onChoose}
                  selected={selected === box.key}
                  onSelect={() => onSelect(box.key)}
                />
              </li>
            );
          })}
        </ol>
        {layout.heads.map((head) => (
          <BranchHead key={`${head.key} ${head.branch}`} head={head} />
        ))}
        <p className={classes.end} style={{ insetBlockStart: `${(layout.end.middle - 9) / 16}rem` }}>
          {isOver(run.status)
            ? t(($) => $.pipe.ended[endOf(run.status, reachedEnd(tree, shown))])
            : t(($) => $.pipe.end)}
        </p>
      </div>
    </div>
  );
}

/** The last step of the workflow was done, whether or not it is a return. */
function reachedEnd(tree: StepTree, shown: ReadonlyMap<string, StepRow>): boolean {
  const last = tree.nodes.at(-1);
  return last === undefined || shown.has(last.key);
}

function TriggerCard({ run }: { run: RunDetails }) {
  const { t } = useTranslation('runs');
  const labels = useEntryLabels();
  return (
    <div className={classes.trigger}>
      <Tile icon={triggerKind.icon} family="trigger" />
      <span className={classes.words}>
        <span className={classes.name}>
          {run.eventType === null ? t(($) => $.startedBy.hand) : labels.event(run.eventType)}
        </span>
        <span className={classes.summary}>
          {run.correlationKey === null ? t(($) => $.startedBy[startKind(run)]) : <code>{run.correlationKey}</code>}
        </span>
      </span>
    </div>
  );
}

function startKind(run: RunDetails): 'event' | 'workflow' | 'handHelp' {
  if (run.parentRunId !== null) return 'workflow';
  return run.eventType === null ? 'handHelp' : 'event';
}

function endOf(status: string, reached: boolean): 'succeeded' | 'returned' | 'failed' | 'canceled' {
  if (status === 'SUCCEEDED') return reached ? 'succeeded' : 'returned';
  return status === 'CANCELED' ? 'canceled' : 'failed';
}
