import type { Change } from '../change.ts';
import { pipeKey, placeOf, type StepKey, slotsOf, stepsIn } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { orAbsent } from './remove-steps.ts';

/** Takes a block away; the steps inside take its place, in reading order. */
export function unwrapStep(key: StepKey): Change {
  return (document) => {
    const place = placeOf(document, key);
    const pipes = slotsOf(document, key).map(({ name }) => pipeKey(key, name));
    if (place === undefined || pipes.length === 0) return unchanged(document);
    const inner = pipes.flatMap((pipe) => stepsIn(document, pipe));
    const around = stepsIn(document, place.pipe).toSpliced(place.index, 1, ...inner);
    return applyPatch(document, {
      steps: { [key]: undefined },
      pipes: {
        ...Object.fromEntries(pipes.map((pipe) => [pipe, undefined])),
        [place.pipe]: orAbsent(document, place.pipe, around),
      },
    });
  };
}
