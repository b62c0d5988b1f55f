import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ownerOf, type PipeKey, type Place, placeOf, ROOT, type StepKey, stepsIn } from '../model/document.ts';
import { NOTHING, selectSteps } from '../model/selection.ts';
import { useEditor } from '../store/editor-context.ts';
import { type Stop, stopOfBranch, stopOfStep } from './canvas-layout.ts';
import { canvasStore, scrollToStop } from './canvas-store.ts';
import { filledPipes, foldablePipes, isFolded } from './pipe-tree.ts';
import { useBranchWord } from './use-words.ts';
import { stepsBetween } from './walk-stops.ts';

/** What can be done to a stop of the canvas, whether by pointer or by key. */
export function useCanvasActs(stops: readonly Stop[]) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const announce = useAnnounce();
  const branchWord = useBranchWord();
  const state = () => editor.store.getState();

  const setFolded = (pipe: PipeKey, folded: boolean) => {
    const owner = ownerOf(pipe);
    const branch = branchWord(state().document.steps[owner?.step ?? ''], owner?.slot ?? '');
    editor.setFolded(pipe, folded);
    announce(folded ? t(($) => $.say.folded, { branch }) : t(($) => $.say.unfolded, { branch }));
  };
  const selectMany = (keys: readonly StepKey[]) => {
    editor.select(selectSteps(...keys));
    announce(t(($) => $.say.selected, { count: keys.length }));
  };
  return {
    insert: (place: Place) => {
      if (!state().isReadOnly) canvasStore.setState({ insertAt: place, menuOf: null });
    },
    fold: (pipe: PipeKey) => {
      setFolded(pipe, true);
      const { document, folded } = state();
      const owner = ownerOf(pipe)?.step ?? '';
      scrollToStop(isFolded(document, folded, owner) ? stopOfStep(owner) : stopOfBranch(pipe), { focus: true });
    },
    unfoldBlock: (key: StepKey) => {
      for (const pipe of filledPipes(state().document, key)) setFolded(pipe, false);
    },
    openBranch: (pipe: PipeKey) => {
      const first = stepsIn(state().document, pipe)[0];
      if (first === undefined) {
        if (!state().isReadOnly) canvasStore.setState({ insertAt: { pipe, index: 0 }, menuOf: null });
        return;
      }
      setFolded(pipe, false);
      scrollToStop(stopOfStep(first), { focus: true });
    },
    foldAll: (folded: boolean) => {
      for (const pipe of foldablePipes(state().document)) editor.setFolded(pipe, folded);
      announce(folded ? t(($) => $.say.allFolded) : t(($) => $.say.allUnfolded));
    },
    select: (key: StepKey) => editor.select(selectSteps(key)),
    selectNothing: () => editor.select(NOTHING),
    selectTrigger: () => editor.select({ kind: 'trigger' }),
    toggle: (key: StepKey) => {
      const { selection } = state();
      const now = selection.kind === 'steps' ? selection.keys : [];
      selectMany(now.includes(key) ? now.filter((each) => each !== key) : [...now, key]);
    },
    selectTo: (key: StepKey) => {
      const { selection } = state();
      const anchor = selection.kind === 'steps' ? selection.keys[0] : undefined;
      selectMany(stepsBetween(stops, anchor ?? key, key));
    },
    /** The place that follows a stop. */
    placeAfter: (stop: Stop): Place => {
      const { document } = state();
      if (stop.kind === 'branch') return { pipe: stop.pipe, index: stepsIn(document, stop.pipe).length };
      const place = stop.kind === 'step' ? placeOf(document, stop.key) : undefined;
      return place === undefined ? { pipe: ROOT, index: 0 } : { pipe: place.pipe, index: place.index + 1 };
    },
  };
}

export type CanvasActs = ReturnType<typeof useCanvasActs>;
