import { canPlace } from '../can-place.ts';
import type { Change } from '../change.ts';
import { type Place, type StepKey, stepsIn } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { outermost, pipesWithout } from '../subtree.ts';
import { orAbsent } from './remove-steps.ts';

/** Moves steps with everything inside them, in reading order. The place is counted before the move. */
export function moveSteps(keys: readonly StepKey[], place: Place): Change {
  return (document) => {
    const moved = outermost(document, keys);
    if (moved.length === 0 || !canPlace(document, { keys: moved }, place).allowed) return unchanged(document);
    const leaving = new Set(moved);
    const target = stepsIn(document, place.pipe);
    const before = target.slice(0, Math.max(place.index, 0)).filter((key) => !leaving.has(key));
    const after = target.slice(Math.max(place.index, 0)).filter((key) => !leaving.has(key));
    const arrived = [...before, ...moved, ...after];
    const stays = arrived.length === target.length && arrived.every((key, index) => key === target[index]);
    if (stays) return unchanged(document);
    const left = [...pipesWithout(document, moved)].map(([pipe, rest]) => [pipe, orAbsent(document, pipe, rest)]);
    return applyPatch(document, { pipes: { ...Object.fromEntries(left), [place.pipe]: arrived } });
  };
}
