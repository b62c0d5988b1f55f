import { moveSteps } from '../model/commands/move-steps.ts';
import { nextPlace } from '../model/step-moves.ts';
import { canEditSteps, type EditorAction, selectedSteps } from './editor-action.ts';

export const moveUp = move('moveUp', 'up', 'Alt+ArrowUp');
export const moveDown = move('moveDown', 'down', 'Alt+ArrowDown');

function move(id: 'moveUp' | 'moveDown', direction: 'up' | 'down', keys: string): EditorAction {
  return {
    id,
    keys: [keys],
    canRun: canEditSteps,
    run(editor) {
      const state = editor.store.getState();
      const steps = selectedSteps(state);
      const place = nextPlace(state.document, steps, direction, state.folded);
      if (place === null) return { did: 'cannotMove', count: steps.length };
      editor.run(moveSteps(steps, place));
      return { did: 'moved', count: steps.length };
    },
  };
}
