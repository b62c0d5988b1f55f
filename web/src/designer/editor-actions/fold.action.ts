import { pipeKey, slotsOf, stepsIn } from '../model/document.ts';
import type { EditorState } from '../store/editor.ts';
import { type EditorAction, selectedSteps } from './editor-action.ts';

export const fold = folding('fold', true, '-');
export const unfold = folding('unfold', false, '+');

function folding(id: 'fold' | 'unfold', folded: boolean, keys: string): EditorAction {
  return {
    id,
    keys: [keys],
    canRun: (state) => pipesOf(state).some((pipe) => state.folded.has(pipe) !== folded),
    run(editor) {
      const pipes = pipesOf(editor.store.getState());
      for (const pipe of pipes) editor.setFolded(pipe, folded);
      return { did: folded ? 'folded' : 'unfolded', count: pipes.length };
    },
  };
}

/** Branches of the selected blocks that hold something. */
function pipesOf(state: EditorState): string[] {
  const { document } = state;
  return selectedSteps(state)
    .flatMap((step) => slotsOf(document, step).map(({ name }) => pipeKey(step, name)))
    .filter((pipe) => stepsIn(document, pipe).length > 0);
}
