import { placeOf, ROOT, stepsIn } from '../model/document.ts';
import { NOTHING, selectSteps } from '../model/selection.ts';
import type { EditorState } from '../store/editor.ts';
import { type EditorAction, selectedSteps } from './editor-action.ts';

/** All steps of the pipe in which the selection stands; blocks stand for what is inside them. */
export const selectAll: EditorAction = {
  id: 'selectAll',
  keys: ['Mod+A'],
  canRun: (state) => siblings(state).length > 0,
  run(editor) {
    const keys = siblings(editor.store.getState());
    editor.select(selectSteps(...keys));
    return { did: 'selected', count: keys.length };
  },
};

export const deselect: EditorAction = {
  id: 'deselect',
  keys: ['Escape'],
  canRun: ({ selection }) => selection.kind !== 'workflow',
  run(editor) {
    editor.select(NOTHING);
    return { did: 'deselected', count: 0 };
  },
};

function siblings(state: EditorState): readonly string[] {
  const last = selectedSteps(state).at(-1);
  const pipe = last === undefined ? ROOT : (placeOf(state.document, last)?.pipe ?? ROOT);
  return stepsIn(state.document, pipe);
}
