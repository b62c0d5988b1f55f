import { unwrapStep } from '../model/commands/unwrap-step.ts';
import { rowOf, wrapSteps } from '../model/commands/wrap-steps.ts';
import { pipeKey, slotsOf, stepsIn } from '../model/document.ts';
import { newStep } from '../model/new-step.ts';
import { onlyStep, selectSteps } from '../model/selection.ts';
import { canEditSteps, type EditorAction, type EditorActionId, selectedSteps } from './editor-action.ts';

export const wrapInIf = wrap('wrapInIf', 'control.if', 'then', 'Alt+Shift+I');
export const wrapInForEach = wrap('wrapInForEach', 'control.forEach', 'body', 'Alt+Shift+E');
export const wrapInTry = wrap('wrapInTry', 'control.tryCatch', 'try', 'Alt+Shift+T');

function wrap(id: EditorActionId, type: string, slot: string, keys: string): EditorAction {
  return {
    id,
    keys: [keys],
    canRun: (state) => canEditSteps(state) && rowOf(state.document, selectedSteps(state)) !== null,
    run(editor) {
      const { document, ...state } = editor.store.getState();
      const block = newStep({ type }, document);
      const steps = selectedSteps({ document, ...state });
      editor.run(wrapSteps(document, steps, block, slot));
      if (editor.store.getState().document === document) return { did: 'refused', count: steps.length };
      editor.select(selectSteps(block.id));
      return { did: 'wrapped', count: steps.length };
    },
  };
}

export const unwrap: EditorAction = {
  id: 'unwrap',
  keys: ['Alt+Shift+U'],
  canRun(state) {
    const step = onlyStep(state.selection);
    return canEditSteps(state) && step !== null && slotsOf(state.document, step).length > 0;
  },
  run(editor) {
    const { document, selection } = editor.store.getState();
    const step = onlyStep(selection);
    if (step === null) return null;
    const inner = slotsOf(document, step).flatMap(({ name }) => stepsIn(document, pipeKey(step, name)));
    editor.run(unwrapStep(step), { select: selectSteps(...inner) });
    return { did: 'unwrapped', count: inner.length };
  },
};
