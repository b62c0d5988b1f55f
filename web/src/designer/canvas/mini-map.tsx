import { memo, type RefObject, useEffect, useMemo, useState } from 'react';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import type { CardBox } from '../../ui/pipe/layout.ts';
import type { StepKey } from '../model/document.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import type { CanvasLayout } from './canvas-layout.ts';
import { pixelScale } from './use-span.ts';

const WIDTH = 24;
const ROW = 4;
const INDENT = 3;
/** A longer workflow is pressed together, so that all of it is in sight. */
const TALLEST = 640;

/** The whole workflow at a glance, indented as it is; a click goes there. Those who use the keyboard have the outline itself. */
export const MiniMap = memo(function MiniMap({
  layout,
  viewport,
}: {
  layout: CanvasLayout;
  viewport: RefObject<HTMLElement | null>;
}) {
  const height = layout.drawing.height;
  const marks = useMarks(layout);
  const sight = useSight(viewport, height);
  if (layout.drawing.cards.length < 6) return null;
  const tall = Math.min(TALLEST, (layout.drawing.cards.length + 1) * (ROW + 3));
  const scale = tall / height;
  const bar = Math.max(1.2, Math.min(ROW, measure.designCard * scale * 0.7));
  const path = (cards: readonly CardBox[]) =>
    cards
      .map(({ depth, top }) => `M${Math.min(depth * INDENT, 15)} ${top * scale}h${WIDTH}v${bar}h${-WIDTH}z`)
      .join('');
  const jump = (event: React.MouseEvent<HTMLElement>) => {
    const box = viewport.current;
    const frame = event.currentTarget.getBoundingClientRect();
    if (box === null) return;
    const share = (event.clientY - frame.top) / frame.height;
    box.scrollTop = share * box.scrollHeight - box.clientHeight / 2;
  };
  return (
    <div className={classes.map} onClick={jump} aria-hidden>
      <svg
        viewBox={`0 0 ${WIDTH} ${tall}`}
        preserveAspectRatio="none"
        style={{ blockSize: `${tall}px` }}
        focusable="false"
        aria-hidden
      >
        <path className={classes.mapCard} d={path(marks.plain)} />
        <path className={classes.mapBlock} d={path(marks.blocks)} />
        <path className={classes.mapWarning} d={path(marks.warnings)} />
        <path className={classes.mapError} d={path(marks.errors)} />
        <path className={classes.mapSelected} d={path(marks.selected)} />
        <rect
          className={classes.mapSight}
          x={0}
          width={WIDTH}
          y={sight.from * tall}
          height={(sight.to - sight.from) * tall}
        />
      </svg>
    </div>
  );
});

function useMarks({ drawing }: CanvasLayout) {
  const editor = useEditor();
  const issues = useEditorState((state) => state.issues);
  const selection = useEditorState((state) => state.selection);
  return useMemo(() => {
    const { document } = editor.store.getState();
    const bad = (severity: string) =>
      new Set(issues.flatMap(({ at, severity: each }) => (at.kind === 'step' && each === severity ? [at.key] : [])));
    const [errors, warnings] = [bad('error'), bad('warning')];
    const selected = new Set<StepKey>(selection.kind === 'steps' ? selection.keys : []);
    const groups = { selected: [], errors: [], warnings: [], blocks: [], plain: [] } as Record<string, CardBox[]>;
    for (const card of drawing.cards) {
      const isBlock = document.steps[card.key]?.type.startsWith('control.') === true;
      const group = selected.has(card.key)
        ? groups.selected
        : errors.has(card.key)
          ? groups.errors
          : warnings.has(card.key)
            ? groups.warnings
            : isBlock
              ? groups.blocks
              : groups.plain;
      group?.push(card);
    }
    return groups as Record<'selected' | 'errors' | 'warnings' | 'blocks' | 'plain', CardBox[]>;
  }, [editor, drawing, issues, selection]);
}

/** The share of the height that is in sight. */
function useSight(viewport: RefObject<HTMLElement | null>, height: number): { from: number; to: number } {
  const [sight, setSight] = useState({ from: 0, to: 0 });
  useEffect(() => {
    const box = viewport.current;
    if (box === null || height === 0) return;
    const look = () => {
      const whole = height * pixelScale();
      setSight({
        from: Math.min(1, box.scrollTop / whole),
        to: Math.min(1, (box.scrollTop + box.clientHeight) / whole),
      });
    };
    look();
    box.addEventListener('scroll', look, { passive: true });
    return () => box.removeEventListener('scroll', look);
  }, [viewport, height]);
  return sight;
}
