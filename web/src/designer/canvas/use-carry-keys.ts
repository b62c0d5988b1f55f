import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';
import { canPlace } from '../model/can-place.ts';
import { placeOf, type StepKey } from '../model/document.ts';
import { useEditor } from '../store/editor-context.ts';
import { type CanvasLayout, type Gap, gapId } from './canvas-layout.ts';
import { canvasStore } from './canvas-store.ts';
import { loadOfCard } from './carry.ts';
import { countOf, useCarry } from './use-carry.ts';
import { usePlaceWords } from './use-words.ts';
import { type GapDirection, staysThere, walkGaps } from './walk-gaps.ts';

/** Carries steps by the keyboard: arrows walk the places that take them, Space drops, Escape gives up; each is said aloud. */
export function useCarryKeys(shut: CanvasLayout) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const announce = useAnnounce();
  const words = usePlaceWords();
  const carry = useCarry();

  const walk = (direction: GapDirection) => {
    const { drag } = canvasStore.getState();
    if (drag?.load.kind !== 'move') return;
    const { document } = editor.store.getState();
    const { keys } = drag.load;
    const home = homeOf(keys);
    const gaps = shut.gaps.filter(
      (gap) => gap.id === home?.id || (!staysThere(document, keys, gap) && canPlace(document, { keys }, gap).allowed),
    );
    const from = drag.gap ?? home;
    const to = from === undefined ? null : walkGaps(document, gaps, from, direction);
    if (to === null) {
      announce(t(($) => $.say.noPlace));
      return;
    }
    canvasStore.setState({ drag: { ...drag, gap: to.id === home?.id ? null : to } });
    announce(
      to.id === home?.id
        ? t(($) => $.say.stays, { step: carry.nameOfLoad(drag.load), count: countOf(drag.load) })
        : words.where(to),
    );
  };
  const homeOf = (keys: readonly StepKey[]): Gap | undefined => {
    const place = placeOf(editor.store.getState().document, keys[0] ?? '');
    return place === undefined ? undefined : shut.gaps.find((gap) => gap.id === gapId(place));
  };
  return {
    pickUp: (key: StepKey) => {
      const state = editor.store.getState();
      if (state.isReadOnly) return;
      const load = loadOfCard(state, key);
      canvasStore.setState({ drag: { load, by: 'keyboard', gap: null, refusal: null }, insertAt: null, menuOf: null });
      announce(t(($) => $.say.pickedUp, { step: carry.nameOfLoad(load), count: countOf(load) }));
    },
    /** While something is carried, every key is for it. */
    press: (event: KeyboardEvent, direction: GapDirection | null) => {
      if (event.key === 'Tab') {
        carry.giveUp();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (direction !== null) walk(direction);
      else if (event.key === ' ' || event.key === 'Enter') carry.drop();
      else if (event.key === 'Escape') carry.giveUp();
    },
  };
}
