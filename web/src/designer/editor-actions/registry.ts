import { copy, cut, paste } from './clipboard.action.ts';
import { deleteSteps } from './delete.action.ts';
import { duplicate } from './duplicate.action.ts';
import type { EditorAction, EditorActionId } from './editor-action.ts';
import { fold, unfold } from './fold.action.ts';
import { moveDown, moveUp } from './move.action.ts';
import { redo } from './redo.action.ts';
import { rename } from './rename.action.ts';
import { deselect, selectAll } from './select.action.ts';
import { undo } from './undo.action.ts';
import { unwrap, wrapInForEach, wrapInIf, wrapInTry } from './wrap.action.ts';

/** Everything that an author can do with the steps of a workflow. */
export const editorActions: Readonly<Record<EditorActionId, EditorAction>> = {
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  delete: deleteSteps,
  moveUp,
  moveDown,
  rename,
  wrapInIf,
  wrapInForEach,
  wrapInTry,
  unwrap,
  fold,
  unfold,
  selectAll,
  deselect,
};
