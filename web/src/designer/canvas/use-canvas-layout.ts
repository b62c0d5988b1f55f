import { useMemo } from 'react';
import type { DesignDocument } from '../model/document.ts';
import { useEditor, useEditorState } from '../store/editor-context.ts';
import { type CanvasLayout, layCanvas } from './canvas-layout.ts';
import { useCanvas } from './canvas-store.ts';
import { pipeTree } from './pipe-tree.ts';

const shapes = new WeakMap<DesignDocument, string>();

/** What the layout reads of the steps themselves: where a pipe ends. Typing in a field changes nothing of it. */
function shapeOf(document: DesignDocument): string {
  let shape = shapes.get(document);
  if (shape === undefined) {
    shape = Object.entries(document.steps)
      .flatMap(([key, body]) => (body.type.startsWith('control.') ? [`${key} ${body.type}`] : []))
      .join('\n');
    shapes.set(document, shape);
  }
  return shape;
}

export interface CanvasLayouts {
  /** With every gap shut: where the pointer is, is told from this one, so that an opening gap does not move its own edge. */
  shut: CanvasLayout;
  /** What is drawn. */
  shown: CanvasLayout;
}

export function useCanvasLayout(): CanvasLayouts {
  const editor = useEditor();
  const pipes = useEditorState((state) => state.document.pipes);
  const shape = useEditorState((state) => shapeOf(state.document));
  const folded = useEditorState((state) => state.folded);
  const open = useCanvas((state) => state.drag?.gap ?? null);
  const tree = useMemo(() => {
    // Not read but waited for: the document is looked at anew when one of them changes.
    void [pipes, shape];
    return pipeTree(editor.store.getState().document, folded);
  }, [editor, pipes, shape, folded]);
  const shut = useMemo(() => layCanvas(editor.store.getState().document, folded, null, tree), [editor, folded, tree]);
  const shown = useMemo(
    () => (open === null ? shut : layCanvas(editor.store.getState().document, folded, open, tree)),
    [editor, shut, folded, open, tree],
  );
  return { shut, shown };
}
