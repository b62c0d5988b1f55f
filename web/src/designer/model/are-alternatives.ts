import { type DesignDocument, ownerOf, placeOf, type StepKey } from './document.ts';

/** Whether two steps stand in different branches of one If, so that one run does at most one of them. */
export function areAlternatives(document: DesignDocument, one: StepKey, other: StepKey): boolean {
  const branches = branchesAround(document, one);
  return [...branchesAround(document, other)].some(([block, slot]) => {
    const branch = branches.get(block);
    return branch !== undefined && branch !== slot && document.steps[block]?.type === 'control.if';
  });
}

/** The blocks around a step, each with the slot that the step is in. */
function branchesAround(document: DesignDocument, step: StepKey): ReadonlyMap<StepKey, string> {
  const found = new Map<StepKey, string>();
  for (let place = placeOf(document, step); place !== undefined; ) {
    const owner = ownerOf(place.pipe);
    if (owner === null) break;
    found.set(owner.step, owner.slot);
    place = placeOf(document, owner.step);
  }
  return found;
}
