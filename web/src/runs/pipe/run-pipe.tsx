import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PipeDrawing } from '../../ui/pipe/pipe-drawing.tsx';
import { useRovingRows } from '../../ui/use-roving-rows.ts';
import { useVisibleBand } from '../../ui/visible-band.ts';
import { isOver } from '../run-types.ts';
import { useRunView } from '../view/run-view.tsx';
import { BranchHead } from './branch-head.tsx';
import { loopsAround } from './iterations.ts';
import classes from './run-pipe.module.css';
import { StepCard } from './step-card.tsx';
import { TriggerCard } from './trigger-card.tsx';
import { turnPass } from './turn-pass.ts';
import { useRunLayout } from './use-run-layout.ts';
import { useScrollToStep } from './use-scroll-to-step.ts';

const DRAWING_WIDTH = 420;

/** The run as a pipe: water fills exactly the way that was taken. Only what is in sight is drawn. */
export function RunPipe() {
  const { run, tree, passes, chosen, selected, choose } = useRunView();
  const sheet = useRef<HTMLDivElement>(null);
  const { layout, shown, toggle, shut } = useRunLayout();
  const keys = useMemo(() => layout.cards.map((box) => box.key), [layout]);
  const roving = useRovingRows(sheet, keys, selected?.path);
  const band = useVisibleBand(sheet);
  useScrollToStep(sheet, layout);
  const onKeyDown = (event: KeyboardEvent) => {
    roving.onKeyDown(event);
    const by = event.key === '[' ? -1 : event.key === ']' ? 1 : null;
    const at = roving.current;
    if (by === null || at === undefined) return;
    const loop = tree.steps.get(at)?.type === 'control.forEach' ? at : loopsAround(at).at(-1);
    const index = loop === undefined ? null : turnPass(loop, passes, chosen, by);
    if (loop !== undefined && index !== null) choose(loop, index);
  };
  const inSight = (top: number) => top >= band.from && top <= band.to;
  return (
    <div className={classes.pipe}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that the cards inside do not use */}
      <div
        ref={sheet}
        className={classes.sheet}
        style={{ blockSize: `${layout.height / 16}rem` }}
        onFocus={roving.onFocus}
        onKeyDown={onKeyDown}
      >
        <PipeDrawing
          layout={layout}
          width={DRAWING_WIDTH}
          live={run.status === 'RUNNING'}
          inSight={band}
          valve={shut === null ? undefined : { key: shut, hue: run.waitReason === 'in_doubt' ? 'plum' : 'brass' }}
        />
        <ol className={classes.cards}>
          <li className={classes.place}>
            <TriggerCard run={run} />
          </li>
          {layout.cards.map((box) => {
            const step = tree.steps.get(box.key);
            const drawn = inSight(box.top) || box.key === roving.current || box.key === selected?.path;
            if (step === undefined || !drawn) return null;
            return (
              <li
                key={box.key}
                className={classes.place}
                style={{ insetBlockStart: `${box.top / 16}rem`, insetInlineStart: `${(box.axis - 21) / 16}rem` }}
              >
                <StepCard step={step} row={shown.get(box.key)} tabbable={box.key === roving.current} />
              </li>
            );
          })}
        </ol>
        {layout.heads
          .filter((head) => inSight(head.middle))
          .map((head) => (
            <BranchHead key={`${head.key} ${head.branch}`} head={head} onToggle={() => toggle(head)} />
          ))}
        <End middle={layout.end.middle} reached={shown} />
      </div>
    </div>
  );
}

function End({ middle, reached }: { middle: number; reached: ReadonlyMap<string, unknown> }) {
  const { t } = useTranslation('runs');
  const { run, tree } = useRunView();
  const last = tree.nodes.at(-1);
  // The last step of the workflow was done, whether or not it is a return.
  const wasDone = last === undefined || reached.has(last.key);
  return (
    <p className={classes.end} style={{ insetBlockStart: `${(middle - 9) / 16}rem` }}>
      {isOver(run.status) ? t(($) => $.pipe.ended[endOf(run.status, wasDone)]) : t(($) => $.pipe.end)}
    </p>
  );
}

function endOf(status: string, wasDone: boolean): 'succeeded' | 'returned' | 'failed' | 'canceled' {
  if (status === 'SUCCEEDED') return wasDone ? 'succeeded' : 'returned';
  return status === 'CANCELED' ? 'canceled' : 'failed';
}
