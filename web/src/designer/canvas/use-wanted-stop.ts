import { type RefObject, useLayoutEffect, useRef } from 'react';
import { pipe as measure } from '../../ui/pipe/geometry.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import { pixelScale } from './use-span.ts';

/** Space kept above and below what is scrolled to. */
const AROUND = 72;

/** Brings what is wanted into sight, and the keyboard to it where it is asked for. */
export function useWantedStop(viewport: RefObject<HTMLElement | null>, layout: CanvasLayout): void {
  const wanted = useCanvas((state) => state.wanted);
  const open = useCanvas((state) => (state.drag?.by === 'keyboard' ? state.drag.gap : null));
  const done = useRef(0);
  useLayoutEffect(() => {
    if (wanted === null || wanted.count === done.current || viewport.current === null) return;
    const stop = layout.stops.find((each) => each.id === wanted.stop);
    if (stop === undefined) return;
    done.current = wanted.count;
    show(viewport.current, stop.top, measure.designCard);
    if (!wanted.focus) return;
    const element = viewport.current.querySelector<HTMLElement>(`[data-stop="${CSS.escape(wanted.stop)}"]`);
    element?.focus({ preventScroll: true });
  }, [wanted, layout, viewport]);
  useLayoutEffect(() => {
    const gap = open === null ? undefined : layout.gaps.find((each) => each.id === open.id);
    if (gap !== undefined && viewport.current !== null)
      show(viewport.current, gap.y - measure.openBox / 2, measure.openBox);
  }, [open, layout, viewport]);
}

function show(viewport: HTMLElement, top: number, height: number): void {
  const scale = pixelScale();
  const sheet = viewport.querySelector<HTMLElement>('[data-sheet]');
  const offset = sheet === null ? 0 : sheet.offsetTop;
  const from = offset + top * scale - AROUND;
  const to = offset + (top + height) * scale + AROUND;
  if (from < viewport.scrollTop) viewport.scrollTop = from;
  else if (to > viewport.scrollTop + viewport.clientHeight) viewport.scrollTop = to - viewport.clientHeight;
}
