import { canPlace } from '../model/can-place.ts';
import { insertSteps } from '../model/commands/insert-steps.ts';
import { moveSteps } from '../model/commands/move-steps.ts';
import type { DesignDocument, StepKey } from '../model/document.ts';
import { newStep } from '../model/new-step.ts';
import { selectSteps } from '../model/selection.ts';
import { outermost } from '../model/subtree.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Editor, EditorState } from '../store/editor.ts';
import type { Gap } from './canvas-layout.ts';
import type { Drag, Load } from './canvas-store.ts';
import { staysThere } from './walk-gaps.ts';

/** A card takes with it whatever is selected with it. */
export function loadOfCard({ document, selection }: EditorState, key: StepKey): Load {
  const together = selection.kind === 'steps' && selection.keys.includes(key) ? selection.keys : [key];
  return { kind: 'move', keys: outermost(document, together) };
}

/** A step as a tile of the palette stands for it; null = there is no such tile. */
export function loadOfTile(catalog: Catalog, document: DesignDocument, tile: string): Load | null {
  const action = catalog.actions.get(tile);
  if (action !== undefined) return { kind: 'add', step: newStep({ type: 'action.call', action }, document) };
  return catalog.nodes.has(tile) ? { kind: 'add', step: newStep({ type: tile }, document) } : null;
}

/** What a gap says to what is carried over it. */
export function offer(document: DesignDocument, load: Load, gap: Gap | null): Pick<Drag, 'gap' | 'refusal'> {
  if (gap === null || (load.kind === 'move' && staysThere(document, load.keys, gap)))
    return { gap: null, refusal: null };
  const placed = canPlace(document, load.kind === 'move' ? { keys: load.keys } : { steps: [load.step] }, gap);
  return placed.allowed ? { gap, refusal: null } : { gap: null, refusal: placed.reason };
}

/** Puts the load down: one entry of the history. Answers what is selected then; null = nothing changed. */
export function putDown(editor: Editor, load: Load, gap: Gap | null): readonly StepKey[] | null {
  if (gap === null || editor.store.getState().isReadOnly) return null;
  const keys = load.kind === 'move' ? load.keys : [load.step.id];
  const change = load.kind === 'move' ? moveSteps(load.keys, gap) : insertSteps(gap, [load.step]);
  const before = editor.store.getState().document;
  editor.run(change, { select: selectSteps(...keys) });
  return editor.store.getState().document === before ? null : keys;
}
