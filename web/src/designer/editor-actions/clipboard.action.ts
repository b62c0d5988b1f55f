import { canPlace } from '../model/can-place.ts';
import { copySteps } from '../model/clipboard.ts';
import { insertSteps } from '../model/commands/insert-steps.ts';
import { selectSteps } from '../model/selection.ts';
import { outermost } from '../model/subtree.ts';
import { placeAfter } from '../palette/use-insert.ts';
import type { Editor } from '../store/editor.ts';
import { removeSelected } from './delete.action.ts';
import { canEditSteps, type Deed, type EditorAction, selectedSteps } from './editor-action.ts';

export const copy: EditorAction = {
  id: 'copy',
  keys: ['Mod+C'],
  via: 'clipboard',
  canRun: (state) => selectedSteps(state).length > 0,
  run: (editor) => asked('copy', editor),
};

export const cut: EditorAction = {
  id: 'cut',
  keys: ['Mod+X'],
  via: 'clipboard',
  canRun: canEditSteps,
  run: (editor) => asked('cut', editor),
};

export const paste: EditorAction = {
  id: 'paste',
  keys: ['Mod+V'],
  via: 'clipboard',
  canRun: ({ isReadOnly }) => !isReadOnly,
  run: async (editor) => take((await clipboardText()) ?? copiedHere, editor),
};

/** What was copied in this page last: for browsers that do not let a page read the clipboard. */
let copiedHere = '';

/** null = the browser, or its user, does not allow it. */
async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}

/** A menu item copies the way the keys do: the browser is asked for the same event, which also works without HTTPS. */
function asked(kind: 'copy' | 'cut', editor: Editor): Deed | null {
  let deed: Deed | null = null;
  const answer = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    if (event.clipboardData !== null) deed = write(event.clipboardData, kind, editor);
    event.preventDefault();
  };
  window.addEventListener(kind, answer, { capture: true, once: true });
  window.document.execCommand(kind);
  window.removeEventListener(kind, answer, { capture: true });
  return deed;
}

/** Puts the selected steps into the clipboard; a cut takes them out of the workflow. */
export function write(data: DataTransfer, kind: 'copy' | 'cut', editor: Editor): Deed {
  const state = editor.store.getState();
  const keys = selectedSteps(state);
  copiedHere = copySteps(state.document, keys);
  data.setData('text/plain', copiedHere);
  if (kind === 'cut') return removeSelected(editor, 'cut');
  return { did: 'copied', count: outermost(state.document, keys).length };
}

/** Puts the steps of a text after the selection; any other text is left alone. What checks them is fetched when somebody pastes. */
export async function take(text: string, editor: Editor): Promise<Deed> {
  const { parseSteps } = await import('../model/parse-steps.ts');
  const { document, selection } = editor.store.getState();
  const steps = parseSteps(text, document);
  if (steps === null) return { did: 'noSteps', count: 0 };
  const place = placeAfter(document, selection);
  if (!canPlace(document, { steps }, place).allowed) return { did: 'refused', count: steps.length };
  editor.run(insertSteps(place, steps), { select: selectSteps(...steps.map((step) => step.id)) });
  return { did: 'pasted', count: steps.length };
}
