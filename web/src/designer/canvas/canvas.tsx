import { useEffect, useRef } from 'react';
import { ROOT } from '../model/document.ts';
import { useEditorState } from '../store/editor-context.ts';
import classes from './canvas.module.css';
import { resetCanvas } from './canvas-store.ts';
import { CanvasTools } from './canvas-tools.tsx';
import { DragAgent } from './drag-agent.tsx';
import { DragGhost } from './drag-ghost.tsx';
import { EmptyWorkflow } from './empty-workflow.tsx';
import { MiniMap } from './mini-map.tsx';
import { PipeSheet } from './pipe-sheet.tsx';
import { useCanvasActs } from './use-canvas-acts.ts';
import { useCanvasClicks } from './use-canvas-clicks.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useCanvasLayout } from './use-canvas-layout.ts';
import { useFollowedSelection } from './use-followed-selection.ts';
import { useRegionKeys } from './use-region-keys.ts';
import { useSpan } from './use-span.ts';
import { useWantedStop } from './use-wanted-stop.ts';

/** The workflow as a pipe: looked at, selected, put in, moved, by pointer and by keyboard. */
export function Canvas() {
  const viewport = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const { shut, shown } = useCanvasLayout();
  const span = useSpan(viewport);
  const acts = useCanvasActs(shut.stops);
  const clicks = useCanvasClicks(shut.stops, acts);
  const press = useCanvasKeys(shut, acts);
  const isEmpty = useEditorState((state) => (state.document.pipes[ROOT]?.length ?? 0) === 0);
  useWantedStop(viewport, shown);
  useRegionKeys();
  useFollowedSelection(viewport, shut.stops);
  useEffect(() => resetCanvas, []);
  return (
    <div className={classes.canvas} data-canvas>
      <CanvasTools onFoldAll={acts.foldAll} />
      <div className={classes.frame}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: listens for the cards in it, which are the controls */}
        <div ref={viewport} className={classes.viewport} data-viewport {...clicks} onKeyDown={press}>
          <div className={classes.column}>
            <PipeSheet ref={sheet} layout={shown} span={span} />
            {isEmpty && <EmptyWorkflow />}
          </div>
        </div>
        <MiniMap layout={shut} viewport={viewport} />
      </div>
      <DragAgent viewport={viewport} sheet={sheet} shut={shut} />
      <DragGhost />
    </div>
  );
}
