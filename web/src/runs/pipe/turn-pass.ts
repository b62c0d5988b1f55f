import { type ChosenIterations, iterationsOf, type Passes } from './iterations.ts';

/** Place of the pass that is looked at among those that began. */
export function passPlace(loop: string, passes: Passes, chosen: ChosenIterations): { place: number; total: number } {
  const begun = iterationsOf(loop, passes, chosen);
  const wanted = begun.indexOf(chosen.get(loop) ?? -1);
  return { place: wanted === -1 ? begun.length - 1 : wanted, total: begun.length };
}

/** Index of the pass beside it; null at the ends. */
export function turnPass(loop: string, passes: Passes, chosen: ChosenIterations, by: -1 | 1): number | null {
  const begun = iterationsOf(loop, passes, chosen);
  return begun[passPlace(loop, passes, chosen).place + by] ?? null;
}
