import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { StepBody } from '../model/document.ts';
import { useEditor } from '../store/editor-context.ts';
import { stopOfStep } from './canvas-layout.ts';
import { canvasStore, type Load, scrollToStop } from './canvas-store.ts';
import { putDown } from './carry.ts';
import { useCardName, usePlaceWords } from './use-words.ts';

export function countOf(load: Load): number {
  return load.kind === 'move' ? load.keys.length : 1;
}

/** Ends a drag, by pointer and by keyboard alike, and says what became of it. */
export function useCarry() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const announce = useAnnounce();
  const words = usePlaceWords();
  const nameOf = useCardName();
  const nameOfLoad = (load: Load): string => {
    if (load.kind === 'add') return nameOf(load.step as unknown as StepBody);
    const [first] = load.keys;
    const body =
      load.keys.length === 1 && first !== undefined ? editor.store.getState().document.steps[first] : undefined;
    return body === undefined ? t(($) => $.drag.several, { count: load.keys.length }) : nameOf(body);
  };
  return {
    nameOfLoad,
    drop: () => {
      const { drag } = canvasStore.getState();
      if (drag === null) return;
      const step = nameOfLoad(drag.load);
      const count = countOf(drag.load);
      const place = drag.gap === null ? '' : words.where(drag.gap);
      canvasStore.setState({ drag: null });
      const keys = putDown(editor, drag.load, drag.gap);
      const last = keys?.at(-1);
      if (last === undefined) {
        if (drag.load.kind === 'move') announce(t(($) => $.say.stays, { step, count }));
        return;
      }
      scrollToStop(stopOfStep(last), { focus: true });
      announce(
        drag.load.kind === 'move'
          ? t(($) => $.say.moved, { step, place, count })
          : t(($) => $.say.added, { step, place }),
      );
    },
    giveUp: () => {
      const { drag } = canvasStore.getState();
      if (drag === null) return;
      canvasStore.setState({ drag: null });
      if (drag.load.kind === 'move')
        announce(t(($) => $.say.stays, { step: nameOfLoad(drag.load), count: countOf(drag.load) }));
    },
  };
}
