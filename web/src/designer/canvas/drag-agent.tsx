import { DndContext, PointerSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useCatalog } from '../store/catalog.ts';
import { useEditor } from '../store/editor-context.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import { canvasStore } from './canvas-store.ts';
import { loadOfCard, loadOfTile, offer } from './carry.ts';
import { gapUnder, type Point } from './follow-pointer.ts';
import { useCarry } from './use-carry.ts';

export interface DragAgentProps {
  viewport: RefObject<HTMLElement | null>;
  sheet: RefObject<HTMLElement | null>;
  shut: CanvasLayout;
}

// Nothing is dropped on by dnd-kit's reckoning, and it says nothing: gaps and sentences are our own.
const noTarget = () => [];
const silent = {
  announcements: { onDragStart: mute, onDragOver: mute, onDragEnd: mute, onDragCancel: mute },
  screenReaderInstructions: { draggable: '' },
};

function mute(): undefined {
  return undefined;
}

/**
 * Drags cards and tiles of the palette. One draggable for all of them, tied to what the pointer is over: a thousand cards cost as much as
 * one. Nothing on the canvas stands inside its context, so that a drag draws nothing again but the gap that opens.
 */
export function DragAgent({ viewport, sheet, shut }: DragAgentProps) {
  const editor = useEditor();
  const catalog = useCatalog();
  const carry = useCarry();
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const follow = useFollow({ viewport, sheet, shut });
  const pickUp = (handle: string) => {
    const [kind, id] = [handle.slice(0, 4), handle.slice(5)];
    const state = editor.store.getState();
    const load = kind === 'card' ? loadOfCard(state, id) : loadOfTile(catalog, state.document, id);
    if (load === null || state.isReadOnly) return;
    canvasStore.setState({ drag: { load, by: 'pointer', gap: null, refusal: null }, insertAt: null, menuOf: null });
    follow.start();
  };
  return (
    <DndContext
      id="canvas"
      sensors={sensors}
      collisionDetection={noTarget}
      autoScroll={false}
      accessibility={silent}
      onDragStart={({ active }) => pickUp(String(active.id))}
      onDragCancel={() => {
        follow.stop();
        carry.giveUp();
      }}
      onDragEnd={() => {
        follow.stop();
        carry.drop();
      }}
    >
      <Agent />
    </DndContext>
  );
}

/** Looks once a frame which gap the pointer is over, and scrolls near the edges. */
function useFollow({ viewport, sheet, shut }: DragAgentProps) {
  const editor = useEditor();
  const latest = useRef(shut);
  latest.current = shut;
  const pointer = useRef<Point | null>(null);
  const frame = useRef(0);
  useEffect(() => {
    const note = (event: PointerEvent) => {
      pointer.current = { x: event.clientX, y: event.clientY };
    };
    window.addEventListener('pointermove', note, { passive: true });
    window.addEventListener('pointerdown', note, { passive: true, capture: true });
    return () => {
      window.removeEventListener('pointermove', note);
      window.removeEventListener('pointerdown', note, { capture: true });
      cancelAnimationFrame(frame.current);
    };
  }, []);
  const look = () => {
    const { drag } = canvasStore.getState();
    if (drag === null) return;
    if (pointer.current !== null && viewport.current !== null && sheet.current !== null) {
      const ground = { viewport: viewport.current, sheet: sheet.current };
      const gap = gapUnder(ground, pointer.current, drag.gap, latest.current);
      const next = offer(editor.store.getState().document, drag.load, gap);
      if (next.gap?.id !== drag.gap?.id || next.refusal !== drag.refusal) {
        canvasStore.setState({ drag: { ...drag, ...next } });
      }
    }
    frame.current = requestAnimationFrame(look);
  };
  return {
    start: () => {
      frame.current = requestAnimationFrame(look);
    },
    stop: () => {
      cancelAnimationFrame(frame.current);
      // A drop may come before the frame of the last move.
      look();
      cancelAnimationFrame(frame.current);
    },
  };
}

/** The draggable: bound to the card or tile under the pointer. */
function Agent() {
  const [handle, setHandle] = useState<{ id: string; node: HTMLElement } | null>(null);
  const { setNodeRef, listeners } = useDraggable({ id: handle?.id ?? 'nothing', disabled: handle === null });
  const live = useRef(listeners);
  live.current = listeners;
  const node = handle?.node ?? null;
  useLayoutEffect(() => setNodeRef(node), [node, setNodeRef]);
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const found = handleOf(event);
      if (found === null || canvasStore.getState().drag !== null) return;
      flushSync(() => setHandle(found));
      live.current?.onPointerDown?.({ nativeEvent: event });
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, []);
  return null;
}

/** A finger drags a card by its tile alone: the rest of it scrolls the canvas. */
function handleOf(event: PointerEvent): { id: string; node: HTMLElement } | null {
  if (!(event.target instanceof Element) || event.target.closest('button:not([data-palette])') !== null) return null;
  const tile = event.target.closest<HTMLElement>('[data-palette]');
  if (tile?.dataset.palette !== undefined) return { id: `tile ${tile.dataset.palette}`, node: tile };
  const card = event.target.closest<HTMLElement>('[data-canvas] [data-step]');
  if (card?.dataset.step === undefined) return null;
  const byGrip = event.pointerType !== 'touch' || event.target.closest('[data-grip]') !== null;
  return byGrip ? { id: `card ${card.dataset.step}`, node: card } : null;
}
