import type { MouseEvent } from 'react';
import { useEditor } from '../store/editor-context.ts';
import type { Stop } from './canvas-layout.ts';
import { canvasStore } from './canvas-store.ts';
import type { CanvasActs } from './use-canvas-acts.ts';

/** One listener for all cards, heads and insert points: what was clicked says so by its data. */
export function useCanvasClicks(stops: readonly Stop[], acts: CanvasActs) {
  const editor = useEditor();
  return {
    onClick: (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      if (pressButton(event.target, acts)) return;
      const stop = stopAt(event.target, stops);
      if (stop !== undefined) pressStop(event, stop, acts);
      else if (event.target.closest('[data-sheet]') !== null || event.target === event.currentTarget)
        acts.selectNothing();
    },
    onContextMenu: (event: MouseEvent) => {
      const stop = event.target instanceof Element ? stopAt(event.target, stops) : undefined;
      if (stop?.kind !== 'step') return;
      event.preventDefault();
      const { selection } = editor.store.getState();
      if (selection.kind !== 'steps' || !selection.keys.includes(stop.key)) acts.select(stop.key);
      canvasStore.setState({ menuOf: stop.key, insertAt: null });
    },
    onFocus: (event: { target: EventTarget }) => {
      const stop = event.target instanceof HTMLElement ? event.target.dataset.stop : undefined;
      if (stop !== undefined && canvasStore.getState().focused !== stop) canvasStore.setState({ focused: stop });
    },
  };
}

function stopAt(target: Element, stops: readonly Stop[]): Stop | undefined {
  const id = target.closest<HTMLElement>('[data-stop]')?.dataset.stop;
  return id === undefined ? undefined : stops.find((stop) => stop.id === id);
}

function pressButton(target: Element, acts: CanvasActs): boolean {
  const button = target.closest<HTMLElement>('button');
  if (button === null) return false;
  const { menu, unfold, fold, pipe, index } = button.dataset;
  if (menu !== undefined) {
    acts.select(menu);
    canvasStore.setState({ menuOf: menu, insertAt: null });
  } else if (unfold !== undefined) acts.unfoldBlock(unfold);
  else if (fold !== undefined) acts.fold(fold);
  else if (pipe !== undefined) acts.insert({ pipe, index: Number(index) });
  return true;
}

function pressStop(event: MouseEvent, stop: Stop, acts: CanvasActs): void {
  if (stop.kind === 'trigger') acts.selectTrigger();
  else if (stop.kind === 'branch') acts.openBranch(stop.pipe);
  else if (event.shiftKey) acts.selectTo(stop.key);
  else if (event.ctrlKey || event.metaKey) acts.toggle(stop.key);
  else acts.select(stop.key);
}
