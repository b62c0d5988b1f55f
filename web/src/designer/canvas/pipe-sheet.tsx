import { type CSSProperties, type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import { PipeDrawing, type Span } from '../../ui/pipe/pipe-drawing.tsx';
import { useEditorState } from '../store/editor-context.ts';
import { BranchHead } from './branch-head.tsx';
import classes from './canvas.module.css';
import type { CanvasLayout } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import { CardMenu } from './card-menu.tsx';
import { InsertPoint } from './insert-point.tsx';
import { InsertPopover } from './insert-popover.tsx';
import { OpenGap } from './open-gap.tsx';
import { StopList } from './stop-list.tsx';

/** Room for a card on the deepest axis. */
const NARROWEST_CARD = 240;

function rem(px: number): string {
  return `${px / 16}rem`;
}

/** The pipe with everything on it. What is out of sight is not there. */
export function PipeSheet({ layout, span, ref }: { layout: CanvasLayout; span: Span; ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('canvas');
  const { drawing, gaps } = layout;
  const isReadOnly = useEditorState((state) => state.isReadOnly);
  const isDragging = useCanvas((state) => state.drag !== null);
  const deepest = useMemo(
    () => drawing.cards.reduce<number>((most, card) => Math.max(most, card.axis), measure.axis),
    [drawing],
  );
  const isSeen = (y: number) => y >= span.from && y <= span.to;
  const style: CSSProperties = { blockSize: rem(drawing.height), minInlineSize: rem(deepest + NARROWEST_CARD) };
  return (
    <div ref={ref} className={classes.sheet} style={style} data-sheet data-dragging={isDragging || undefined}>
      <PipeDrawing layout={drawing} width={deepest + 2 * measure.indent} live={false} inSight={span} />
      <StopList layout={layout} span={span} />
      {drawing.heads
        .filter((head) => !head.folded && isSeen(head.middle))
        .map((head) => (
          <BranchHead
            key={`${head.key} ${head.branch}`}
            owner={head.key}
            slot={head.branch}
            left={head.left}
            middle={head.middle}
          />
        ))}
      {!isReadOnly &&
        !isDragging &&
        gaps.filter((gap) => gap.kind !== 'stub' && isSeen(gap.y)).map((gap) => <InsertPoint key={gap.id} {...gap} />)}
      <OpenGap layout={layout} />
      <InsertPopover layout={layout} />
      <CardMenu layout={layout} />
      {isSeen(drawing.end.middle) && (
        <p className={classes.end} style={{ insetBlockStart: rem(drawing.end.middle - 9) }}>
          {t(($) => $.end)}
        </p>
      )}
    </div>
  );
}
