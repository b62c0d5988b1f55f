import type { Change } from '../change.ts';
import { type DesignDocument, ownerOf, type PipeKey, type StepKey, slotsOf } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { outermost, pipesWithout, subtreeOf } from '../subtree.ts';

/** Takes steps away with everything inside them. */
export function removeSteps(keys: readonly StepKey[]): Change {
  return (document) => {
    const outer = outermost(document, keys);
    if (outer.length === 0) return unchanged(document);
    const gone = outer.map((key) => subtreeOf(document, key));
    return applyPatch(document, {
      steps: Object.fromEntries(gone.flatMap(({ steps }) => steps.map((key) => [key, undefined]))),
      pipes: {
        ...Object.fromEntries(
          [...pipesWithout(document, outer)].map(([pipe, left]) => [pipe, orAbsent(document, pipe, left)]),
        ),
        ...Object.fromEntries(gone.flatMap(({ pipes }) => pipes.map((pipe) => [pipe, undefined]))),
      },
    });
  };
}

/** An optional pipe that has lost its last step is absent again, as if nothing had ever stood there. */
export function orAbsent(
  document: DesignDocument,
  pipe: PipeKey,
  steps: readonly StepKey[],
): readonly StepKey[] | undefined {
  const owner = ownerOf(pipe);
  if (owner === null || steps.length > 0) return steps;
  return slotsOf(document, owner.step).some((slot) => slot.name === owner.slot && slot.optional) ? undefined : steps;
}
