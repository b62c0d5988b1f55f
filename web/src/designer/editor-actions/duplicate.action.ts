import { duplicateSteps } from '../model/commands/duplicate-steps.ts';
import { selectSteps } from '../model/selection.ts';
import { canEditSteps, type EditorAction, selectedSteps } from './editor-action.ts';

export const duplicate: EditorAction = {
  id: 'duplicate',
  keys: ['Mod+D'],
  canRun: canEditSteps,
  run(editor) {
    const state = editor.store.getState();
    const { change, keys } = duplicateSteps(state.document, selectedSteps(state));
    editor.run(change, { select: selectSteps(...keys) });
    const isDone = editor.store.getState().document !== state.document;
    return isDone ? { did: 'duplicated', count: keys.length } : { did: 'refused', count: 0 };
  },
};
