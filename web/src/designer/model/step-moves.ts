import { canPlace } from './can-place.ts';
import {
  type DesignDocument,
  ownerOf,
  type PipeKey,
  type Place,
  pipeKey,
  placeOf,
  type StepKey,
  slotsOf,
  stepsIn,
} from './document.ts';
import { outermost } from './subtree.ts';

/** The next place up or down in reading order where the steps may stand; branches that are folded are passed by. null = there is none. */
export function nextPlace(
  document: DesignDocument,
  keys: readonly StepKey[],
  direction: 'up' | 'down',
  folded: ReadonlySet<PipeKey>,
): Place | null {
  const moved = outermost(document, keys);
  const edge = direction === 'up' ? moved[0] : moved.at(-1);
  const place = edge === undefined ? undefined : placeOf(document, edge);
  if (place === undefined) return null;
  const isOpen = (pipe: PipeKey) =>
    !folded.has(pipe) && canPlace(document, { keys: moved }, { pipe, index: 0 }).allowed;
  return direction === 'up' ? above(document, place, isOpen) : below(document, place, isOpen);
}

function above(document: DesignDocument, { pipe, index }: Place, isOpen: (pipe: PipeKey) => boolean): Place | null {
  const neighbour = stepsIn(document, pipe)[index - 1];
  if (neighbour !== undefined) {
    const inside = pipesOfStep(document, neighbour).findLast(isOpen);
    return inside === undefined
      ? { pipe, index: index - 1 }
      : { pipe: inside, index: stepsIn(document, inside).length };
  }
  const owner = ownerOf(pipe);
  if (owner === null) return null;
  const pipes = pipesOfStep(document, owner.step);
  const before = pipes.slice(0, pipes.indexOf(pipe)).findLast(isOpen);
  if (before !== undefined) return { pipe: before, index: stepsIn(document, before).length };
  return placeOf(document, owner.step) ?? null;
}

function below(document: DesignDocument, { pipe, index }: Place, isOpen: (pipe: PipeKey) => boolean): Place | null {
  const neighbour = stepsIn(document, pipe)[index + 1];
  if (neighbour !== undefined) {
    const inside = pipesOfStep(document, neighbour).find(isOpen);
    return inside === undefined ? { pipe, index: index + 2 } : { pipe: inside, index: 0 };
  }
  const owner = ownerOf(pipe);
  if (owner === null) return null;
  const pipes = pipesOfStep(document, owner.step);
  const after = pipes.slice(pipes.indexOf(pipe) + 1).find(isOpen);
  if (after !== undefined) return { pipe: after, index: 0 };
  const around = placeOf(document, owner.step);
  return around === undefined ? null : { pipe: around.pipe, index: around.index + 1 };
}

function pipesOfStep(document: DesignDocument, step: StepKey): PipeKey[] {
  return slotsOf(document, step).map(({ name }) => pipeKey(step, name));
}

/** What is selected when steps go: the step that closes up to their place, else the one before, else the block around. */
export function neighbourOf(document: DesignDocument, keys: readonly StepKey[]): StepKey | null {
  const gone = outermost(document, keys);
  const first = gone[0];
  const place = first === undefined ? undefined : placeOf(document, first);
  if (place === undefined) return null;
  const siblings = stepsIn(document, place.pipe);
  const stays = (key: StepKey) => !gone.includes(key);
  const next = siblings.slice(place.index).find(stays) ?? siblings.slice(0, place.index).findLast(stays);
  return next ?? ownerOf(place.pipe)?.step ?? null;
}
