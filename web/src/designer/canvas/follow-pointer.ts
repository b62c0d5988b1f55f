import { pipe as measure } from '../../ui/pipe/geometry.ts';
import type { CanvasLayout, Gap } from './canvas-layout.ts';
import { pixelScale } from './use-span.ts';
import { nearestGap } from './walk-gaps.ts';

export interface Point {
  x: number;
  y: number;
}

const EDGE = 56;
const FASTEST = 12;

/** Pixels to scroll in this frame for a pointer near the edge of what is in sight. */
export function scrollStep(pointer: number, start: number, end: number): number {
  if (pointer < start + EDGE) return -Math.min(FASTEST, Math.ceil(((start + EDGE - pointer) / EDGE) * FASTEST));
  if (pointer > end - EDGE) return Math.min(FASTEST, Math.ceil(((pointer - end + EDGE) / EDGE) * FASTEST));
  return 0;
}

/** A height in the drawing, as it would be if the open gap were shut. */
export function withoutOpenGap(y: number, open: Gap | null, shut: CanvasLayout): number {
  const at = open === null ? undefined : shut.gaps.find((gap) => gap.id === open.id);
  if (at === undefined || at.kind === 'stub' || y <= at.y) return y;
  return y < at.y + measure.openGap ? at.y : y - measure.openGap;
}

export interface Ground {
  viewport: HTMLElement;
  sheet: HTMLElement;
}

/** Scrolls near the edges and answers the gap under a point of the screen; null = the point is not over the canvas. */
export function gapUnder({ viewport, sheet }: Ground, point: Point, open: Gap | null, shut: CanvasLayout): Gap | null {
  const frame = viewport.getBoundingClientRect();
  const isOver = point.x >= frame.left && point.x <= frame.right && point.y >= frame.top && point.y <= frame.bottom;
  if (!isOver) return null;
  const step = scrollStep(point.y, frame.top, frame.bottom);
  if (step !== 0) viewport.scrollTop += step;
  const box = sheet.getBoundingClientRect();
  const scale = pixelScale();
  const isMirrored = getComputedStyle(sheet).direction === 'rtl';
  const x = (isMirrored ? box.right - point.x : point.x - box.left) / scale;
  return nearestGap(shut.gaps, x, withoutOpenGap((point.y - box.top) / scale, open, shut));
}
