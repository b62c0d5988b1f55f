import { type DesignDocument, ownerOf, pipeKey, placeOf, type StepKey, slotsOf, stepsIn } from '../model/document.ts';
import { type Stop, stopOfBranch, stopOfStep, TRIGGER_STOP } from './canvas-layout.ts';

export type Direction = 'next' | 'previous' | 'out' | 'in' | 'first' | 'last';

/** Where an arrow key goes from a stop; null = nowhere. */
export function walkStops(
  document: DesignDocument,
  stops: readonly Stop[],
  from: string,
  direction: Direction,
): string | null {
  const at = stops.findIndex((stop) => stop.id === from);
  const here = stops[at];
  if (direction === 'first') return stops[0]?.id ?? null;
  if (direction === 'last' || here === undefined) return stops.at(-1)?.id ?? null;
  if (direction === 'next') return stops[at + 1]?.id ?? null;
  if (direction === 'previous') return stops[at - 1]?.id ?? null;
  return direction === 'out' ? outOf(document, here) : into(document, stops, here);
}

/** Steps from the one to the other as they stand under each other: what Shift selects. */
export function stepsBetween(stops: readonly Stop[], from: StepKey, to: StepKey): StepKey[] {
  const keys = stops.flatMap((stop) => (stop.kind === 'step' ? [stop.key] : []));
  const [a, b] = [keys.indexOf(from), keys.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  const between = keys.slice(Math.min(a, b), Math.max(a, b) + 1);
  return a <= b ? between : between.toReversed();
}

function outOf(document: DesignDocument, stop: Stop): string | null {
  if (stop.kind === 'trigger') return null;
  const pipe = stop.kind === 'branch' ? stop.pipe : placeOf(document, stop.key)?.pipe;
  const owner = pipe === undefined ? null : ownerOf(pipe);
  return owner === null ? TRIGGER_STOP : stopOfStep(owner.step);
}

function into(document: DesignDocument, stops: readonly Stop[], stop: Stop): string | null {
  if (stop.kind !== 'step') return null;
  const candidates = slotsOf(document, stop.key).flatMap(({ name }) => {
    const pipe = pipeKey(stop.key, name);
    const first = stepsIn(document, pipe)[0];
    return [stopOfBranch(pipe), ...(first === undefined ? [] : [stopOfStep(first)])];
  });
  const shown = new Set(stops.map((each) => each.id));
  return candidates.find((id) => shown.has(id)) ?? null;
}
