import { DEFINITION_MAX_DEPTH, DEFINITION_MAX_STEPS, type Step, walkSteps } from '@penstock/server/language';
import { ancestorsOf, type DesignDocument, ownerOf, type Place, type StepKey, slotsOf } from './document.ts';
import { heightOf } from './subtree.ts';

/** Why steps cannot stand at a place. */
export type PlaceRefusal = 'noSuchPlace' | 'intoItself' | 'tooDeep' | 'tooMany';

export type Placing = { readonly keys: readonly StepKey[] } | { readonly steps: readonly Step[] };
export type Placed = { readonly allowed: true } | { readonly allowed: false; readonly reason: PlaceRefusal };

/** The one rule of where steps may go: for pointer, keyboard and clipboard alike. */
export function canPlace(document: DesignDocument, item: Placing, place: Place): Placed {
  const around = stepsAround(document, place);
  if (around === null) return refuse('noSuchPlace');
  if ('keys' in item) {
    if (around.some((key) => item.keys.includes(key))) return refuse('intoItself');
    const height = Math.max(0, ...item.keys.map((key) => heightOf(document, key)));
    return around.length + height > DEFINITION_MAX_DEPTH ? refuse('tooDeep') : { allowed: true };
  }
  const { count, height } = measure(item.steps);
  if (around.length + height > DEFINITION_MAX_DEPTH) return refuse('tooDeep');
  return hasRoomFor(document, count) ? { allowed: true } : refuse('tooMany');
}

/** Steps that hold the pipe of a place, the nearest first; null = there is no such pipe. */
function stepsAround(document: DesignDocument, { pipe }: Place): StepKey[] | null {
  const owner = ownerOf(pipe);
  if (owner === null) return [];
  const isThere = slotsOf(document, owner.step).some((slot) => slot.name === owner.slot);
  return isThere ? [owner.step, ...ancestorsOf(document, owner.step)] : null;
}

export function hasRoomFor(document: DesignDocument, more: number): boolean {
  return Object.keys(document.steps).length + more <= DEFINITION_MAX_STEPS;
}

function measure(steps: readonly Step[]): { count: number; height: number } {
  let count = 0;
  let height = 0;
  for (const { depth } of walkSteps({ steps: [...steps] })) {
    count += 1;
    height = Math.max(height, depth);
  }
  return { count, height };
}

function refuse(reason: PlaceRefusal): Placed {
  return { allowed: false, reason };
}
