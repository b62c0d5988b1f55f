import { Portal } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { kindOf } from '../../steps/step-kinds.ts';
import { Tile } from '../../ui/tile.tsx';
import type { StepBody } from '../model/document.ts';
import { useEditor } from '../store/editor-context.ts';
import { actionIdOf } from '../store/step-facts.ts';
import { type Load, useCanvas } from './canvas-store.ts';
import { CardSummary } from './card-summary.tsx';
import classes from './ghost.module.css';
import { stepsInside } from './pipe-tree.ts';
import { useCarry } from './use-carry.ts';

/** What is dragged, under the pointer; where it may not go, it says why. */
export function DragGhost() {
  const load = useCanvas(({ drag }) => (drag?.by === 'pointer' ? drag.load : null));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = (event: PointerEvent) => {
      const ghost = box.current;
      if (ghost === null) return;
      ghost.style.translate = `${event.clientX}px ${event.clientY}px`;
      ghost.style.visibility = 'visible';
    };
    window.addEventListener('pointermove', move, { passive: true });
    return () => window.removeEventListener('pointermove', move);
  }, []);
  if (load === null) return null;
  return (
    <Portal>
      <div ref={box} className={classes.ghost} data-ghost aria-hidden>
        <GhostCard load={load} />
      </div>
    </Portal>
  );
}

function GhostCard({ load }: { load: Load }) {
  const { t } = useTranslation('canvas');
  const { document } = useEditor().store.getState();
  const { nameOfLoad } = useCarry();
  const refusal = useCanvas(({ drag }) => drag?.refusal ?? null);
  const first = load.kind === 'add' ? (load.step as unknown as StepBody) : document.steps[load.keys[0] ?? ''];
  if (first === undefined) return null;
  const kind = kindOf(actionIdOf(first) ?? first.type);
  const inside = load.kind === 'add' ? 0 : load.keys.reduce((sum, key) => sum + stepsInside(document, key), 0);
  return (
    <div className={classes.card} data-refused={refusal !== null || undefined}>
      <Tile icon={kind.icon} family={kind.family} />
      <span className={classes.words}>
        <span className={classes.name}>{nameOfLoad(load)}</span>
        <span className={classes.summary}>
          {refusal !== null ? (
            t(($) => $.refusals[refusal])
          ) : inside > 0 ? (
            t(($) => $.drag.inside, { count: inside })
          ) : (
            <CardSummary body={first} folded={0} problem={null} />
          )}
        </span>
      </span>
    </div>
  );
}
