import { pipe as measure } from '../../ui/pipe/geometry.ts';
import { type CardBox, type GapBox, layoutPipe, type PipeLayout } from '../../ui/pipe/layout.ts';
import type { Course, PipeNode } from '../../ui/pipe/tree.ts';
import {
  type DesignDocument,
  ownerOf,
  type PipeKey,
  type Place,
  pipeKey,
  ROOT,
  type StepKey,
} from '../model/document.ts';
import { pipeTree } from './pipe-tree.ts';

/** An insert point: a place of the document and where it is drawn. */
export interface Gap extends Place {
  readonly id: string;
  readonly kind: GapBox['kind'];
  readonly axis: number;
  readonly y: number;
  readonly depth: number;
}

/** What the arrow keys stop at, from top to bottom. */
export type Stop =
  | { readonly id: string; readonly kind: 'trigger'; readonly top: number }
  | { readonly id: string; readonly kind: 'step'; readonly key: StepKey; readonly top: number }
  /** A branch that is folded or has no steps yet. */
  | { readonly id: string; readonly kind: 'branch'; readonly pipe: PipeKey; readonly top: number };

export interface CanvasLayout {
  readonly drawing: PipeLayout;
  readonly gaps: readonly Gap[];
  readonly stops: readonly Stop[];
  readonly cards: ReadonlyMap<StepKey, CardBox>;
}

export const TRIGGER_STOP = 'trigger';

export function stopOfStep(key: StepKey): string {
  return `step:${key}`;
}

export function stopOfBranch(pipe: PipeKey): string {
  return `branch:${pipe}`;
}

export function gapId(place: Place): string {
  return `${place.pipe}:${place.index}`;
}

// A plan is dry everywhere.
const plan: Course = { flow: () => 'dry', taken: () => false, ended: false };

/** Where everything stands. `open` is the place that makes room for what is dragged; `tree` spares reading the document anew for it. */
export function layCanvas(
  document: DesignDocument,
  folded: ReadonlySet<PipeKey>,
  open: Place | null = null,
  tree: readonly PipeNode[] = pipeTree(document, folded),
): CanvasLayout {
  const drawing = layoutPipe(tree, plan, (key, branch) => folded.has(pipeKey(key, branch.name)), {
    card: measure.designCard,
    open: open === null ? null : asGapPlace(open),
  });
  const gaps = drawing.gaps.map(asGap);
  return {
    drawing,
    gaps,
    stops: stopsOf(drawing, gaps),
    cards: new Map(drawing.cards.map((card) => [card.key, card])),
  };
}

function asGapPlace({ pipe, index }: Place) {
  const owner = ownerOf(pipe);
  return { owner: owner?.step ?? null, branch: owner?.slot ?? '', index };
}

function asGap({ owner, branch, index, kind, axis, y, depth }: GapBox): Gap {
  const place = { pipe: owner === null ? ROOT : pipeKey(owner, branch), index };
  return { ...place, id: gapId(place), kind, axis, y, depth };
}

function stopsOf(drawing: PipeLayout, gaps: readonly Gap[]): Stop[] {
  const steps = drawing.cards.map(({ key, top }): Stop => ({ id: stopOfStep(key), kind: 'step', key, top }));
  const stubs = gaps
    .filter((gap) => gap.kind === 'stub')
    .map(({ pipe, y }): Stop => ({ id: stopOfBranch(pipe), kind: 'branch', pipe, top: y - measure.stub / 2 }));
  const trigger: Stop = { id: TRIGGER_STOP, kind: 'trigger', top: 0 };
  return [trigger, ...[...steps, ...stubs].toSorted((left, right) => left.top - right.top)];
}
