import { removeSteps } from '../model/commands/remove-steps.ts';
import { NOTHING, selectSteps } from '../model/selection.ts';
import { neighbourOf } from '../model/step-moves.ts';
import { outermost } from '../model/subtree.ts';
import type { Editor } from '../store/editor.ts';
import { canEditSteps, type Deed, type EditorAction, selectedSteps } from './editor-action.ts';

export const deleteSteps: EditorAction = {
  id: 'delete',
  keys: ['Delete', 'Backspace'],
  canRun: canEditSteps,
  run: (editor) => removeSelected(editor, 'deleted'),
};

/** Takes the selected steps away and selects what closes up to their place. */
export function removeSelected(editor: Editor, did: Deed['did']): Deed {
  const state = editor.store.getState();
  const keys = selectedSteps(state);
  const neighbour = neighbourOf(state.document, keys);
  const { length: count } = outermost(state.document, keys);
  editor.run(removeSteps(keys), { select: neighbour === null ? NOTHING : selectSteps(neighbour) });
  return { did, count };
}
