import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../ui/announcer.tsx';
import { canPlace } from '../model/can-place.ts';
import { insertSteps } from '../model/commands/insert-steps.ts';
import { type DesignDocument, type Place, placeOf, ROOT, stepsIn } from '../model/document.ts';
import { newStep } from '../model/new-step.ts';
import { type Selection, selectSteps } from '../model/selection.ts';
import { useEditor } from '../store/editor-context.ts';
import type { PaletteTile } from './use-palette-groups.ts';

/** Puts a new step at a place, or after what is selected, and selects it. Answers whether it went in. */
export function useInsert(): (tile: PaletteTile, place?: Place) => boolean {
  const editor = useEditor();
  const announce = useAnnounce();
  const { t } = useTranslation(['palette', 'canvas']);
  const { t: tCanvas } = useTranslation('canvas');
  return ({ item, label }, place) => {
    const { document, selection } = editor.store.getState();
    const step = newStep(item, document);
    const at = place ?? placeAfter(document, selection);
    const placed = canPlace(document, { steps: [step] }, at);
    if (!placed.allowed) {
      announce(tCanvas(($) => $.refusals[placed.reason]));
      return false;
    }
    editor.run(insertSteps(at, [step]), { select: selectSteps(step.id) });
    announce(t(($) => $.added, { step: label }));
    return true;
  };
}

/** After the step that was chosen last, after the trigger, or at the end. */
export function placeAfter(document: DesignDocument, selection: Selection): Place {
  const end = { pipe: ROOT, index: stepsIn(document, ROOT).length };
  if (selection.kind === 'trigger') return { pipe: ROOT, index: 0 };
  const last = selection.kind === 'steps' ? selection.keys.at(-1) : undefined;
  const place = last === undefined ? undefined : placeOf(document, last);
  return place === undefined ? end : { pipe: place.pipe, index: place.index + 1 };
}
