import type { EditorAction } from './editor-action.ts';

export const redo: EditorAction = {
  id: 'redo',
  keys: ['Mod+Shift+Z', 'Mod+Y'],
  isGlobal: true,
  canRun: ({ isReadOnly, history }) => !isReadOnly && history.future.length > 0,
  run(editor) {
    editor.redo();
    return { did: 'redone', count: 1 };
  },
};
