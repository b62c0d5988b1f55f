import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useEditor } from '../store/editor-context.ts';
import type { Deed, EditorActionId } from './editor-action.ts';
import { editorActions } from './registry.ts';

/** Says what was done. */
export function useTellDeed(): (deed: Deed | null) => void {
  const { t } = useTranslation('palette');
  const announce = useAnnounce();
  return useCallback(
    (deed) => {
      if (deed !== null) announce(t(($) => $.did[deed.did], { count: deed.count }));
    },
    [t, announce],
  );
}

/** Does what a button, a menu item or a key stands for, and says it. Answers whether it could be done. */
export function useRunAction(): (id: EditorActionId) => boolean {
  const editor = useEditor();
  const tell = useTellDeed();
  return useCallback(
    (id) => {
      const action = editorActions[id];
      if (!action.canRun(editor.store.getState())) return false;
      const done = action.run(editor);
      if (done instanceof Promise) void done.then(tell);
      else tell(done);
      return true;
    },
    [editor, tell],
  );
}
