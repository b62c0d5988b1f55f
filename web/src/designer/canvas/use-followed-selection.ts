import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useEditor } from '../store/editor-context.ts';
import { type Stop, stopOfStep, TRIGGER_STOP } from './canvas-layout.ts';
import { canvasStore, scrollToStop, useCanvas } from './canvas-store.ts';

function hasKeyboard(viewport: HTMLElement | null): boolean {
  return document.activeElement === document.body || viewport?.contains(document.activeElement) === true;
}

/**
 * The keyboard goes where a change has put the selection: to the copy, to what was pasted, to what is back. When the step it was on is gone, it
 * goes to the one that stands in its place.
 */
export function useFollowedSelection(viewport: RefObject<HTMLElement | null>, stops: readonly Stop[]): void {
  const editor = useEditor();
  useEffect(
    () =>
      editor.store.subscribe((now, before) => {
        if (now.document === before.document || now.selection === before.selection) return;
        const last = now.selection.kind === 'steps' ? now.selection.keys.at(-1) : undefined;
        const isHere = hasKeyboard(viewport.current);
        if (last !== undefined && now.wanted === null) scrollToStop(stopOfStep(last), { focus: isHere });
      }),
    [editor, viewport],
  );
  const focused = useCanvas((state) => state.focused);
  const at = useRef(0);
  useLayoutEffect(() => {
    const index = stops.findIndex((stop) => stop.id === focused);
    if (index >= 0) {
      at.current = index;
      return;
    }
    const next = stops[Math.min(at.current, stops.length - 1)]?.id ?? TRIGGER_STOP;
    if (document.activeElement === document.body) scrollToStop(next, { focus: true });
    else canvasStore.setState({ focused: next });
  }, [stops, focused]);
}
