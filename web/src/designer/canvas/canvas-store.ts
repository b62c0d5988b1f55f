import type { Step } from '@penstock/server/language';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PlaceRefusal } from '../model/can-place.ts';
import type { Place, StepKey } from '../model/document.ts';
import { type Gap, TRIGGER_STOP } from './canvas-layout.ts';

/** What is carried to another place. */
export type Load =
  | { readonly kind: 'move'; readonly keys: readonly StepKey[] }
  | { readonly kind: 'add'; readonly step: Step };

export interface Drag {
  readonly load: Load;
  readonly by: 'pointer' | 'keyboard';
  /** The gap that stands open; null = dropped here, nothing changes. */
  readonly gap: Gap | null;
  /** Why the nearest place takes it not. */
  readonly refusal: PlaceRefusal | null;
}

export interface CanvasState {
  /** The one stop that the Tab key comes to. */
  readonly focused: string;
  readonly drag: Drag | null;
  /** The place that asks what to put there. */
  readonly insertAt: Place | null;
  /** The card whose menu is open. */
  readonly menuOf: StepKey | null;
  readonly isFinding: boolean;
  /** A step that asks to be scrolled to; `count` tells two wishes for one step apart. */
  readonly wanted: { readonly stop: string; readonly focus: boolean; readonly count: number } | null;
}

const fresh: CanvasState = {
  focused: TRIGGER_STOP,
  drag: null,
  insertAt: null,
  menuOf: null,
  isFinding: false,
  wanted: null,
};

/** How the canvas is looked at. Nothing of it is saved; there is one canvas on a page. */
export const canvasStore = createStore<CanvasState>(() => fresh);

export function useCanvas<T>(select: (state: CanvasState) => T): T {
  return useStore(canvasStore, select);
}

export function resetCanvas(): void {
  canvasStore.setState(fresh, true);
}

/** Brings a stop into sight; with `focus` the keyboard goes there too. */
export function scrollToStop(stop: string, { focus = false } = {}): void {
  const count = (canvasStore.getState().wanted?.count ?? 0) + 1;
  canvasStore.setState({ wanted: { stop, focus, count }, ...(focus ? { focused: stop } : {}) });
}
