import { type Json, type Slot, slotsOfType, type WorkflowDefinition } from '@penstock/server/language';

/** Names a step while it is edited: its id, made unique where a draft uses one id twice. */
export type StepKey = string;
/** Names a pipe: `root`, or the step that holds it and the slot (`fan-out/body`). */
export type PipeKey = string;

/** A step as in the definition, without the pipes it holds. */
export interface StepBody {
  readonly id: string;
  readonly type: string;
  readonly name?: string;
  readonly [field: string]: Json | undefined;
}

/** Everything of a definition but its steps. */
export type WorkflowHead = Omit<WorkflowDefinition, 'steps'>;

/**
 * A definition laid flat: a change touches one step or one pipe, and everything else stays the same object, so that only what changed is
 * drawn again. An optional pipe that is absent has no entry.
 */
export interface DesignDocument {
  readonly head: WorkflowHead;
  readonly steps: Readonly<Record<StepKey, StepBody>>;
  readonly pipes: Readonly<Record<PipeKey, readonly StepKey[]>>;
}

/** Between two steps of a pipe; index 0 = before the first. */
export interface Place {
  readonly pipe: PipeKey;
  readonly index: number;
}

export const ROOT: PipeKey = 'root';

export function pipeKey(step: StepKey, slot: string): PipeKey {
  return `${step}/${slot}`;
}

/** The step and the slot of a pipe; null = the root pipe. */
export function ownerOf(pipe: PipeKey): { step: StepKey; slot: string } | null {
  if (pipe === ROOT) return null;
  const cut = pipe.lastIndexOf('/');
  return { step: pipe.slice(0, cut), slot: pipe.slice(cut + 1) };
}

export function stepsIn(document: DesignDocument, pipe: PipeKey): readonly StepKey[] {
  return document.pipes[pipe] ?? [];
}

/** Pipes that a step of this type may hold, in the order in which they are read. */
export function slotsOf(document: DesignDocument, step: StepKey): readonly Slot[] {
  return slotsOfType(document.steps[step]?.type ?? '');
}

const homes = new WeakMap<DesignDocument['pipes'], ReadonlyMap<StepKey, PipeKey>>();

/** Where a step stands; undefined when there is no such step. */
export function placeOf(document: DesignDocument, step: StepKey): Place | undefined {
  let home = homes.get(document.pipes);
  if (home === undefined) {
    home = new Map(Object.entries(document.pipes).flatMap(([pipe, steps]) => steps.map((key) => [key, pipe] as const)));
    homes.set(document.pipes, home);
  }
  const pipe = home.get(step);
  return pipe === undefined ? undefined : { pipe, index: stepsIn(document, pipe).indexOf(step) };
}

/** The steps around a step, the nearest first. */
export function ancestorsOf(document: DesignDocument, step: StepKey): StepKey[] {
  const found: StepKey[] = [];
  let place = placeOf(document, step);
  while (place !== undefined) {
    const owner = ownerOf(place.pipe);
    if (owner === null) break;
    found.push(owner.step);
    place = placeOf(document, owner.step);
  }
  return found;
}

/** Every step of a pipe and of the pipes inside, in reading order. */
export function* walkPipe(document: DesignDocument, pipe: PipeKey = ROOT): Generator<StepKey> {
  for (const key of stepsIn(document, pipe)) {
    yield key;
    for (const slot of slotsOf(document, key)) yield* walkPipe(document, pipeKey(key, slot.name));
  }
}

/** `root.steps[2].then.steps[0]`, as validation and runs name a step. */
export function pathOf(document: DesignDocument, step: StepKey): string {
  const place = placeOf(document, step);
  if (place === undefined) return '';
  return `${pathOfPipe(document, place.pipe)}.steps[${place.index}]`;
}

function pathOfPipe(document: DesignDocument, pipe: PipeKey): string {
  const owner = ownerOf(pipe);
  return owner === null ? 'root' : `${pathOf(document, owner.step)}.${owner.slot}`;
}
