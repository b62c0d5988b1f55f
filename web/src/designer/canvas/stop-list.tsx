import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import type { Span } from '../../ui/pipe/pipe-drawing.tsx';
import { ownerOf, placeOf, type StepKey, stepsIn } from '../model/document.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import { BranchStub } from './branch-head.tsx';
import classes from './canvas.module.css';
import { type CanvasLayout, type Stop, TRIGGER_STOP } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import { problemsOfCards } from './problems-of-cards.ts';
import { StepCard } from './step-card.tsx';
import { TriggerCard } from './trigger-card.tsx';

/** Trigger, steps and closed branches: the outline that arrow keys walk. The stop with the keyboard stays there while it is out of sight. */
export function StopList({ layout, span }: { layout: CanvasLayout; span: Span }) {
  const { t } = useTranslation('canvas');
  const focused = useCanvas((state) => state.focused);
  const drag = useCanvas((state) => state.drag);
  const isKept = (stop: Stop) =>
    stop.id === focused || (stop.kind === 'step' && drag?.load.kind === 'move' && drag.load.keys.includes(stop.key));
  const isSeen = ({ top }: Stop) => top + measure.designCard >= span.from && top <= span.to;
  // The Tab key always finds a way in, also after the stop that it came to is gone.
  const hasStop = layout.stops.some((stop) => stop.id === focused);
  return (
    <div role="tree" aria-label={t(($) => $.label)} aria-multiselectable>
      <div className={classes.place}>
        <TriggerCard isEntrance={!hasStop || focused === TRIGGER_STOP} />
      </div>
      <SeenStops layout={layout} stops={layout.stops.filter((stop) => isSeen(stop) || isKept(stop))} />
    </div>
  );
}

function SeenStops({ layout, stops }: { layout: CanvasLayout; stops: readonly Stop[] }) {
  const problems = useProblems(layout);
  const { document } = useEditor().store.getState();
  return stops.map((stop) => {
    if (stop.kind === 'step') {
      const card = layout.cards.get(stop.key);
      const place = placeOf(document, stop.key);
      if (card === undefined || place === undefined) return null;
      return (
        <div
          key={stop.id}
          className={classes.place}
          style={{
            insetBlockStart: `${card.top / 16}rem`,
            insetInlineStart: `${(card.axis - measure.axis) / 16}rem`,
          }}
        >
          <StepCard
            stepKey={stop.key}
            level={levelOf(card.depth)}
            at={place.index + 1}
            of={stepsIn(document, place.pipe).length}
            problems={problems.get(stop.key)}
          />
        </div>
      );
    }
    return stop.kind === 'branch' ? <Stub key={stop.id} layout={layout} pipe={stop.pipe} /> : null;
  });
}

function Stub({ layout, pipe }: { layout: CanvasLayout; pipe: string }) {
  const owner = ownerOf(pipe);
  const head = layout.drawing.heads.find((each) => each.key === owner?.step && each.branch === owner.slot);
  const card = layout.cards.get(owner?.step ?? '');
  if (owner === null || head === undefined || card === undefined) return null;
  return (
    <BranchStub
      owner={owner.step}
      slot={owner.slot}
      left={head.left}
      middle={head.middle}
      steps={head.steps}
      level={levelOf(card.depth + 1)}
    />
  );
}

function levelOf(depth: number): number {
  return depth + 1;
}

/** Problems change when they were looked for again, and move when something is folded or put elsewhere; typing moves none. */
function useProblems(layout: CanvasLayout) {
  const editor = useEditor();
  const issues = useEditorState((state) => state.issues);
  const { cards } = layout;
  return useMemo(
    () => problemsOfCards(editor.store.getState().document, issues, (key: StepKey) => cards.has(key)),
    [editor, issues, cards],
  );
}
