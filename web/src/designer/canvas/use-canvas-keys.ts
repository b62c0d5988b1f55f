import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { selectSteps } from '../model/selection.ts';
import { useEditor } from '../store/editor-context.ts';
import type { CanvasLayout, Stop } from './canvas-layout.ts';
import { canvasStore, scrollToStop } from './canvas-store.ts';
import type { CanvasActs } from './use-canvas-acts.ts';
import { useCarryKeys } from './use-carry-keys.ts';
import { focusRegion } from './use-region-keys.ts';
import { type Direction, walkStops } from './walk-stops.ts';

/** The canvas by keyboard alone: arrows walk, Enter opens, Space picks up, A adds. */
export function useCanvasKeys(shut: CanvasLayout, acts: CanvasActs) {
  const editor = useEditor();
  const carry = useCarryKeys(shut);
  const go = (stop: Stop, direction: Direction, extend: boolean) => {
    const { document } = editor.store.getState();
    const next = walkStops(document, shut.stops, stop.id, direction);
    if (next === null) return;
    const to = shut.stops.find((each) => each.id === next);
    if (extend && stop.kind === 'step' && to?.kind === 'step') {
      joinSelection(stop);
      acts.selectTo(to.key);
    }
    scrollToStop(next, { focus: true });
  };
  /** What acts on the selection acts on the card that has the keyboard. */
  const joinSelection = (stop: Stop) => {
    const { selection } = editor.store.getState();
    if (stop.kind === 'trigger') acts.selectTrigger();
    if (stop.kind !== 'step' || (selection.kind === 'steps' && selection.keys.includes(stop.key))) return;
    editor.select(selectSteps(stop.key));
  };
  const open = (stop: Stop) => {
    if (stop.kind === 'branch') {
      acts.openBranch(stop.pipe);
      return;
    }
    flushSync(() => (stop.kind === 'trigger' ? acts.selectTrigger() : acts.select(stop.key)));
    focusRegion('inspector');
  };
  const press = (event: KeyboardEvent, stop: Stop): boolean => {
    const direction = directionOf(event);
    if (direction !== null) go(stop, direction, event.shiftKey);
    else if (event.key === 'Enter') open(stop);
    else if (event.key === ' ') pressSpace(event, stop);
    else if (event.key === 'a' || event.key === 'A') acts.insert(acts.placeAfter(stop));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(stop);
    else return false;
    return true;
  };
  const pressSpace = (event: KeyboardEvent, stop: Stop) => {
    if (stop.kind !== 'step') open(stop);
    else if (event.ctrlKey) acts.toggle(stop.key);
    else carry.pickUp(stop.key);
  };
  const openMenu = (stop: Stop) => {
    if (stop.kind !== 'step') return;
    joinSelection(stop);
    canvasStore.setState({ menuOf: stop.key, insertAt: null });
  };
  return (event: KeyboardEvent) => {
    if (canvasStore.getState().drag?.by === 'keyboard') {
      carry.press(event, gapDirectionOf(event));
      return;
    }
    const id = event.target instanceof HTMLElement ? event.target.dataset.stop : undefined;
    const stop = shut.stops.find((each) => each.id === id);
    if (stop === undefined || event.defaultPrevented) return;
    const isPlain = !event.altKey && !event.metaKey && (!event.ctrlKey || event.key === ' ');
    if (isPlain && press(event, stop)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (isSelectAll(event) && stop.kind !== 'step') {
      // The keyboard goes to what is selected, so that the next key means it.
      const first = shut.stops.find((each) => each.kind === 'step');
      if (first !== undefined) scrollToStop(first.id, { focus: true });
    } else if (event.key.length > 1 || event.ctrlKey || event.metaKey) joinIfActing(event, () => joinSelection(stop));
  };
}

function isSelectAll(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
}

/** Keys that only hold others down, or act on the whole workflow, leave the selection alone. */
const ALOOF: ReadonlySet<string> = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'Tab',
  'Escape',
  'F6',
  'z',
  'y',
  's',
  'a',
  'f',
  'v',
]);

function joinIfActing(event: KeyboardEvent, join: () => void): void {
  if (!ALOOF.has(event.key) && !ALOOF.has(event.key.toLowerCase())) join();
}

/** Left and right change sides where text runs from right to left. */
function isBackwards(event: KeyboardEvent): boolean {
  const mirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
  return (event.key === 'ArrowLeft') !== mirrored;
}

function directionOf(event: KeyboardEvent): Direction | null {
  switch (event.key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'ArrowLeft':
    case 'ArrowRight':
      return isBackwards(event) ? 'out' : 'in';
    default:
      return null;
  }
}

function gapDirectionOf(event: KeyboardEvent): 'next' | 'previous' | 'out' | 'in' | null {
  const direction = directionOf(event);
  return direction === 'first' || direction === 'last' ? null : direction;
}
