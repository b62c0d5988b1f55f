import { canHaveName } from '../model/commands/rename-step.ts';
import { onlyStep } from '../model/selection.ts';
import type { EditorAction } from './editor-action.ts';

export const rename: EditorAction = {
  id: 'rename',
  keys: ['F2'],
  canRun({ selection, document, isReadOnly }) {
    const step = onlyStep(selection);
    const body = step === null ? undefined : document.steps[step];
    return !isReadOnly && body !== undefined && canHaveName(body);
  },
  run(editor) {
    editor.reveal(editor.store.getState().selection, '/name');
    return null;
  },
};
