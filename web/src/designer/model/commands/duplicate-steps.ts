import { type Change, inOrder } from '../change.ts';
import { stepOf } from '../definition.ts';
import { type DesignDocument, placeOf, type StepKey } from '../document.ts';
import { idGiver, withFreshIds } from '../fresh-ids.ts';
import { outermost } from '../subtree.ts';
import { insertSteps } from './insert-steps.ts';

/** Copies steps with everything inside, each right after the step it was made from. `keys` are the copies. */
export function duplicateSteps(
  document: DesignDocument,
  keys: readonly StepKey[],
): { change: Change; keys: StepKey[] } {
  const giveId = idGiver(document);
  const copies = outermost(document, keys).map((key) => {
    const place = placeOf(document, key) ?? { pipe: '', index: 0 };
    return {
      place: { pipe: place.pipe, index: place.index + 1 },
      steps: withFreshIds([stepOf(document, key)], giveId),
    };
  });
  // From the end, so that the places of the others stay what they were.
  const changes = copies.toReversed().map(({ place, steps }) => insertSteps(place, steps));
  return { change: inOrder(...changes), keys: copies.flatMap(({ steps }) => steps.map((step) => step.id)) };
}
