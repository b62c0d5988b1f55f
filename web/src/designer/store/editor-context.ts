import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Editor, EditorState } from './editor.ts';

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('There is no editor around this part');
  return editor;
}

/** A piece of the editor's state; what draws it is drawn again only when the piece changes. The selector answers a stored object, never a new one. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}
