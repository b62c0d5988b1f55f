import { pipe as measure } from '../../ui/pipe/geometry.ts';
import {
  type DesignDocument,
  ownerOf,
  type Place,
  placeOf,
  type StepKey,
  slotsOf,
  stepsIn,
} from '../model/document.ts';
import type { Gap } from './canvas-layout.ts';

export type GapDirection = 'next' | 'previous' | 'out' | 'in';

/**
 * The gap that an arrow key goes to: up and down through all of them, out of the block to the place below it, into the first branch of the
 * block below or above. Only gaps that are given are gone to; null = there is none that way.
 */
export function walkGaps(
  document: DesignDocument,
  gaps: readonly Gap[],
  from: Gap,
  direction: GapDirection,
): Gap | null {
  const at = gaps.findIndex((gap) => gap.id === from.id);
  if (direction === 'next') return gaps[at + 1] ?? null;
  if (direction === 'previous') return at < 1 ? null : (gaps[at - 1] ?? null);
  return direction === 'out' ? gapOutside(document, gaps, from) : gapInside(document, gaps, from);
}

function gapOutside(document: DesignDocument, gaps: readonly Gap[], from: Gap): Gap | null {
  const owner = ownerOf(from.pipe);
  const home = owner === null ? undefined : placeOf(document, owner.step);
  if (home === undefined) return null;
  const below = gaps.find((gap) => gap.pipe === home.pipe && gap.index === home.index + 1);
  const above = gaps.find((gap) => gap.pipe === home.pipe && gap.index === home.index);
  return below ?? above ?? null;
}

function gapInside(document: DesignDocument, gaps: readonly Gap[], from: Gap): Gap | null {
  const steps = stepsIn(document, from.pipe);
  const [below, above] = [steps[from.index], steps[from.index - 1]];
  return firstGapIn(document, gaps, below) ?? firstGapIn(document, gaps, above);
}

function firstGapIn(document: DesignDocument, gaps: readonly Gap[], block: StepKey | undefined): Gap | null {
  if (block === undefined) return null;
  const slots = new Set(slotsOf(document, block).map((slot) => slot.name));
  return (
    gaps.find((gap) => {
      const owner = ownerOf(gap.pipe);
      return owner !== null && owner.step === block && slots.has(owner.slot);
    }) ?? null
  );
}

/** A point left of a gap counts double: depth is told by how far in the pointer is. */
const SIDEWAYS = 2;
/** Of two gaps equally near, the deeper one. */
const DEEPER = 0.01;

/** The gap nearest to a point of the drawing. */
export function nearestGap(gaps: readonly Gap[], x: number, y: number): Gap | null {
  let best: Gap | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const gap of gaps) {
    const left = gap.axis - measure.axis;
    const aside = x < left ? (left - x) * SIDEWAYS : 0;
    const distance = Math.abs(gap.y - y) + aside - left * DEEPER;
    if (distance < least) {
      best = gap;
      least = distance;
    }
  }
  return best;
}

/** Dropped here, everything stays as it is. */
export function staysThere(document: DesignDocument, keys: readonly StepKey[], place: Place): boolean {
  const steps = stepsIn(document, place.pipe);
  const at = keys.map((key) => steps.indexOf(key)).toSorted((left, right) => left - right);
  const first = at[0] ?? -1;
  const last = at.at(-1) ?? -1;
  const inARow = first >= 0 && last - first === keys.length - 1;
  return inARow && place.index >= first && place.index <= last + 1;
}
