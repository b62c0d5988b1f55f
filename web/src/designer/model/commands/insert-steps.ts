import type { Step } from '@penstock/server/language';
import { canPlace } from '../can-place.ts';
import type { Change } from '../change.ts';
import { layPipe } from '../definition.ts';
import { type Place, type StepBody, type StepKey, stepsIn } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';

/** Puts steps at a place. Their ids are fresh: `newStep` and `parseSteps` give such ones. */
export function insertSteps(place: Place, steps: readonly Step[]): Change {
  return (document) => {
    if (steps.length === 0 || !canPlace(document, { steps }, place).allowed) return unchanged(document);
    // Laid onto a copy, so that keys are free; only what is new goes into the patch.
    const bodies: Record<StepKey, StepBody> = { ...document.steps };
    const pipes: Record<string, StepKey[]> = {};
    const keys = layPipe(steps, place.pipe, bodies, pipes);
    const added = Object.entries(bodies).filter(([key]) => !(key in document.steps));
    const around = stepsIn(document, place.pipe);
    const index = Math.min(Math.max(place.index, 0), around.length);
    return applyPatch(document, {
      steps: Object.fromEntries(added),
      pipes: { ...pipes, [place.pipe]: around.toSpliced(index, 0, ...keys) },
    });
  };
}
