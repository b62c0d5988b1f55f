import { DEFINITION_MAX_DEPTH, type Step } from '@penstock/server/language';
import { hasRoomFor } from '../can-place.ts';
import type { Change } from '../change.ts';
import { layPipe } from '../definition.ts';
import { ancestorsOf, type DesignDocument, type Place, pipeKey, placeOf, type StepKey, stepsIn } from '../document.ts';
import { applyPatch, unchanged } from '../patch.ts';
import { heightOf, outermost } from '../subtree.ts';

/** Puts a block around siblings in a row; they stand in its slot after it. */
export function wrapSteps(document: DesignDocument, keys: readonly StepKey[], block: Step, slot: string): Change {
  const row = rowOf(document, keys);
  return (now) => {
    if (row === null || !fits(now, row.keys)) return unchanged(now);
    const steps = { ...now.steps };
    const pipes: Record<string, StepKey[]> = {};
    const [wrapper] = layPipe([block], row.place.pipe, steps, pipes);
    const body = wrapper === undefined ? undefined : steps[wrapper];
    const inside = wrapper === undefined ? '' : pipeKey(wrapper, slot);
    // A slot that the block has not is no pipe; one without steps of its own is a clean start.
    if (wrapper === undefined || body === undefined || pipes[inside]?.length !== 0) return unchanged(now);
    const around = stepsIn(now, row.place.pipe).toSpliced(row.place.index, row.keys.length, wrapper);
    return applyPatch(now, {
      steps: { [wrapper]: body },
      pipes: { ...pipes, [inside]: row.keys, [row.place.pipe]: around },
    });
  };
}

/** The steps as a row of one pipe; null = they do not stand side by side. */
export function rowOf(document: DesignDocument, keys: readonly StepKey[]): { place: Place; keys: StepKey[] } | null {
  const row = outermost(document, keys);
  const place = row[0] === undefined ? undefined : placeOf(document, row[0]);
  if (place === undefined) return null;
  const siblings = stepsIn(document, place.pipe);
  return row.every((key, offset) => siblings[place.index + offset] === key) ? { place, keys: row } : null;
}

function fits(document: DesignDocument, keys: readonly StepKey[]): boolean {
  const above = keys[0] === undefined ? 0 : ancestorsOf(document, keys[0]).length;
  const height = Math.max(0, ...keys.map((key) => heightOf(document, key)));
  return above + 1 + height <= DEFINITION_MAX_DEPTH && hasRoomFor(document, 1);
}
