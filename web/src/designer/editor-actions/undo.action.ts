import type { EditorAction } from './editor-action.ts';

export const undo: EditorAction = {
  id: 'undo',
  keys: ['Mod+Z'],
  isGlobal: true,
  canRun: ({ isReadOnly, history }) => !isReadOnly && history.past.length > 0,
  run(editor) {
    editor.undo();
    return { did: 'undone', count: 1 };
  },
};
