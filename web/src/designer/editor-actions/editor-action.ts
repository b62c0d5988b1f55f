import type { Editor, EditorState } from '../store/editor.ts';

export const EDITOR_ACTIONS = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'duplicate',
  'delete',
  'moveUp',
  'moveDown',
  'rename',
  'wrapInIf',
  'wrapInForEach',
  'wrapInTry',
  'unwrap',
  'fold',
  'unfold',
  'selectAll',
  'deselect',
] as const;
export type EditorActionId = (typeof EDITOR_ACTIONS)[number];

/** What was done, or why nothing was: one sentence for those who do not see it. */
type Done =
  | 'undone'
  | 'redone'
  | 'deleted'
  | 'duplicated'
  | 'copied'
  | 'cut'
  | 'pasted'
  | 'noSteps'
  | 'moved'
  | 'cannotMove'
  | 'wrapped'
  | 'unwrapped'
  | 'folded'
  | 'unfolded'
  | 'selected'
  | 'deselected'
  | 'refused';
export interface Deed {
  readonly did: Done;
  /** Steps that it touched. */
  readonly count: number;
}

/** Something an author can do: the same by button, menu and keyboard. */
export interface EditorAction {
  readonly id: EditorActionId;
  /**
   * As `Mod+Shift+Z`; Mod is Ctrl, or Cmd on a Mac. The first is the one that is shown.
   * `clipboard`: the browser tells by an event of its own.
   */
  readonly keys: readonly string[];
  readonly via?: 'clipboard';
  /** Everywhere but in a text field; otherwise only where the canvas has the keyboard. */
  readonly isGlobal?: boolean;
  canRun(state: EditorState): boolean;
  /** null = there is nothing to say. */
  run(editor: Editor): Deed | null | Promise<Deed | null>;
}

/** The steps that an action is about. */
export function selectedSteps({ selection }: EditorState): readonly string[] {
  return selection.kind === 'steps' ? selection.keys : [];
}

/** Something can be changed, and there is a step to change. */
export function canEditSteps(state: EditorState): boolean {
  return !state.isReadOnly && selectedSteps(state).length > 0;
}
