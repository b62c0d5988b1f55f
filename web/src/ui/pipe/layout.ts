import { pipe } from './geometry.ts';
import type { Course, PipeBranch, PipeNode } from './tree.ts';

export interface CardBox {
  key: string;
  /** Axis of its pipe from the left edge of the drawing. */
  axis: number;
  top: number;
  depth: number;
}

export interface HeadBox {
  key: string;
  branch: string;
  /** Left edge of the word. */
  left: number;
  /** Middle of the word. */
  middle: number;
  taken: boolean;
  folded: boolean;
  /** Steps of a folded branch. */
  steps: number;
}

export interface Segment {
  path: string;
  wet: boolean;
  /** What it spans from top to bottom: what is out of sight needs no drawing. */
  from: number;
  to: number;
}

/** A place between two steps of a pipe. */
export interface GapPlace {
  /** The block that holds the pipe; null = the outermost pipe. */
  owner: string | null;
  branch: string;
  /** 0 = before the first step. */
  index: number;
}

/** Where a step can be put in: answered here so that nothing has to be measured to find the nearest one. */
export interface GapBox extends GapPlace {
  /** `stub`: the branch is folded or has no steps yet. */
  kind: 'first' | 'between' | 'last' | 'stub';
  axis: number;
  /** Middle of the gap, of the box when it stands open. */
  y: number;
  depth: number;
}

export interface Fitting {
  kind: 'collar' | 'cap' | 'loop' | 'error' | 'end';
  x: number;
  y: number;
  wet: boolean;
}

export interface PipeLayout {
  cards: CardBox[];
  heads: HeadBox[];
  segments: Segment[];
  fittings: Fitting[];
  /** Top of each gap under a card, where a valve may stand. */
  valves: { key: string; x: number; y: number }[];
  /** In reading order. */
  gaps: GapBox[];
  end: { axis: number; middle: number };
  height: number;
}

export interface LayoutOptions {
  /** Height of a card. */
  card?: number;
  /** The gap that makes room for what is dragged. */
  open?: GapPlace | null;
  /** The step below which a valve is shut. */
  shut?: string | null;
}

interface Pen {
  layout: PipeLayout;
  card: number;
  open: GapPlace | null;
  shut: string | null;
  course: Course;
  folded: (key: string, branch: PipeBranch) => boolean;
}

/**
 * Where every card, word and piece of pipe goes, and which pieces are wet. A pure function of the tree and the course of the run: nothing is
 * measured, so it is the same on every screen and tested without a browser.
 */
export function layoutPipe(
  nodes: readonly PipeNode[],
  course: Course,
  folded: (key: string, branch: PipeBranch) => boolean,
  options: LayoutOptions = {},
): PipeLayout {
  const layout: PipeLayout = {
    cards: [],
    heads: [],
    segments: [],
    fittings: [],
    valves: [],
    gaps: [],
    end: { axis: pipe.axis, middle: 0 },
    height: 0,
  };
  const { card = pipe.card, open = null, shut = null } = options;
  const pen: Pen = { layout, course, folded, card, open, shut };
  // The trigger's card stands above the first step.
  const startWet = nodes.length === 0 ? course.ended : course.flow(nodes[0]?.key ?? '') !== 'dry';
  const place = { owner: null, branch: '', index: 0 };
  const first = pen.card + pipe.gap + gap(pen, place, 'first', pipe.axis, pen.card + pipe.gap / 2, 0);
  line(pen, pipe.axis, pen.card, first, startWet);
  collar(pen, pipe.axis, pen.card, startWet);
  const middle = drawSequence(pen, nodes, place, pipe.axis, first, 0, course.ended) + pipe.end / 2;
  layout.fittings.push({ kind: 'end', x: pipe.axis, y: middle, wet: course.ended });
  layout.end = { axis: pipe.axis, middle };
  layout.height = middle + pipe.end / 2 + pipe.bottom;
  return layout;
}

/**
 * Draws steps one under the other and the pipe between them; answers where the last one ends. `wetAfterLast`: water leaves the last step.
 */
function drawSequence(
  pen: Pen,
  nodes: readonly PipeNode[],
  { owner, branch }: GapPlace,
  axis: number,
  top: number,
  depth: number,
  wetAfterLast: boolean,
): number {
  let y = top;
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    const flow = pen.course.flow(node.key);
    const wetAfter = next === undefined ? wetAfterLast && flow === 'passed' : pen.course.flow(next.key) !== 'dry';
    collar(pen, axis, y, flow !== 'dry');
    pen.layout.cards.push({ key: node.key, axis, top: y, depth });
    const bottom = y + pen.card;
    const isShut = pen.shut === node.key && node.branches.length === 0;
    const valve = isShut ? pipe.valve : 0;
    if (node.returns) {
      line(pen, axis, bottom, bottom + pipe.returnCap, flow === 'passed');
      collar(pen, axis, bottom + pipe.returnCap, flow === 'passed');
      y = bottom + pipe.returnCap + pipe.gapAfterBlock;
      return;
    }
    collar(pen, axis, bottom, isShut || wetAfter || wentInto(pen, node));
    pen.layout.valves.push({ key: node.key, x: axis, y: bottom + (pipe.gap + valve) / 2 });
    const blockEnd = node.branches.length === 0 ? bottom : drawBranches(pen, node, axis, bottom, depth);
    const isLast = next === undefined;
    const between = node.branches.length === 0 ? pipe.gap : pipe.gapAfterBlock;
    const place = { owner, branch, index: index + 1 };
    const extra = gap(pen, place, isLast ? 'last' : 'between', axis, blockEnd + between / 2, depth);
    const to = blockEnd + (isLast && depth > 0 ? 0 : between) + valve + extra;
    line(pen, axis, blockEnd, to, wetAfter);
    if (isShut) line(pen, axis, blockEnd, blockEnd + (pipe.gap + valve) / 2, true);
    y = to;
  });
  return y;
}

/** Branches one under the other on the parent's pipe, which runs on beside them: the manifold, and the way past. */
function drawBranches(pen: Pen, node: PipeNode, axis: number, top: number, depth: number): number {
  const indent = depth + 1 >= pipe.deepFrom ? pipe.deepIndent : pipe.indent;
  const childAxis = axis + indent;
  const through = comesOut(pen, node);
  const takenAt = node.branches.findLastIndex((branch) => pen.course.taken(node.key, branch.name));
  let y = top;
  node.branches.forEach((branch, index) => {
    const taken = pen.course.taken(node.key, branch.name);
    const fold = branch.nodes.length === 0 || pen.folded(node.key, branch);
    // Water comes past a branch on its way to a later one, and past all of them once it has come back.
    const past = index < takenAt || (through && !taken) || (through && index > takenAt);
    const bottom = fold
      ? drawStub(pen, node, branch, axis, childAxis, y, depth, taken)
      : drawBranch(pen, node, branch, axis, childAxis, y, depth, taken);
    const wetPast = past || (taken && fold && through);
    line(pen, axis, y, bottom, wetPast);
    y = bottom;
  });
  return y;
}

function drawBranch(
  pen: Pen,
  node: PipeNode,
  branch: PipeBranch,
  axis: number,
  childAxis: number,
  top: number,
  depth: number,
  taken: boolean,
): number {
  const r = pipe.radius;
  const turn = top + 8;
  const place = { owner: node.key, branch: branch.name, index: 0 };
  const extra = gap(pen, place, 'first', childAxis, top + pipe.head - 6, depth + 1);
  const first = top + pipe.head + extra;
  const run = `M${axis} ${top}V${turn}Q${axis} ${turn + r} ${axis + r} ${turn + r}H${childAxis - r}Q${childAxis} ${turn + r} ${childAxis} ${turn + 2 * r}V${first}`;
  pen.layout.segments.push({ path: run, wet: taken, from: top, to: first });
  if (branch.kind === 'error')
    pen.layout.fittings.push({ kind: 'error', x: (axis + childAxis) / 2, y: turn + r, wet: taken });
  head(pen, node, branch, childAxis, turn + r, taken, false);
  const lastNode = branch.nodes.at(-1);
  const back = taken && comesOut(pen, node) && lastNode !== undefined && comesOut(pen, lastNode);
  const bottom = drawSequence(pen, branch.nodes, place, childAxis, first, depth + 1, back);
  if (lastNode?.returns === true) return bottom;
  const bend = bottom + pipe.return - 2 * r;
  const to = bend + 2 * r;
  pen.layout.segments.push({
    path: `M${childAxis} ${bottom}V${bend}Q${childAxis} ${bend + r} ${childAxis - r} ${bend + r}H${axis + r}Q${axis} ${bend + r} ${axis} ${to}`,
    wet: back,
    from: bottom,
    to,
  });
  if (branch.kind === 'loop')
    pen.layout.fittings.push({ kind: 'loop', x: (axis + childAxis) / 2, y: bend + r, wet: taken });
  return to;
}

function drawStub(
  pen: Pen,
  node: PipeNode,
  branch: PipeBranch,
  axis: number,
  childAxis: number,
  top: number,
  depth: number,
  taken: boolean,
): number {
  const middle = top + pipe.stub / 2;
  const tip = axis + pipe.stubLength;
  pen.layout.segments.push({ path: `M${axis} ${middle}H${tip}`, wet: taken, from: top, to: top + pipe.stub });
  // What comes to a folded branch comes after the steps in it.
  const place = { owner: node.key, branch: branch.name, index: branch.nodes.length };
  pen.layout.gaps.push({ ...place, kind: 'stub', axis: childAxis, y: middle, depth: depth + 1 });
  pen.layout.fittings.push({ kind: 'cap', x: tip, y: middle, wet: taken });
  head(pen, node, branch, childAxis, middle, taken, true);
  return top + pipe.stub;
}

function head(
  pen: Pen,
  node: PipeNode,
  branch: PipeBranch,
  childAxis: number,
  middle: number,
  taken: boolean,
  folded: boolean,
): void {
  pen.layout.heads.push({
    key: node.key,
    branch: branch.name,
    left: childAxis + 14,
    middle,
    taken,
    folded,
    steps: folded ? countSteps(branch.nodes) : 0,
  });
}

function line(pen: Pen, x: number, from: number, to: number, wet: boolean): void {
  pen.layout.segments.push({ path: `M${x} ${from}V${to}`, wet, from, to });
}

/** Notes an insert point; answers the room that it takes while it stands open. */
function gap(pen: Pen, place: GapPlace, kind: GapBox['kind'], axis: number, y: number, depth: number): number {
  const isOpen = pen.open !== null && isSameGap(pen.open, place);
  pen.layout.gaps.push({ ...place, kind, axis, y: isOpen ? y + pipe.openGap / 2 : y, depth });
  return isOpen ? pipe.openGap : 0;
}

export function isSameGap(left: GapPlace, right: GapPlace): boolean {
  return left.owner === right.owner && left.branch === right.branch && left.index === right.index;
}

function collar(pen: Pen, x: number, y: number, wet: boolean): void {
  pen.layout.fittings.push({ kind: 'collar', x, y, wet });
}

/** Water leaves a block below, unless a Return inside ended the run. */
function comesOut(pen: Pen, node: PipeNode): boolean {
  return pen.course.flow(node.key) === 'passed' && !hasReturned(pen, node);
}

function hasReturned(pen: Pen, node: PipeNode): boolean {
  if (node.returns) return pen.course.flow(node.key) === 'passed';
  return node.branches.some(
    (branch) => pen.course.taken(node.key, branch.name) && branch.nodes.some((inner) => hasReturned(pen, inner)),
  );
}

function wentInto(pen: Pen, node: PipeNode): boolean {
  return node.branches.some((branch) => pen.course.taken(node.key, branch.name));
}

export function countSteps(nodes: readonly PipeNode[]): number {
  return nodes.reduce(
    (sum, node) => sum + 1 + node.branches.reduce((inner, branch) => inner + countSteps(branch.nodes), 0),
    0,
  );
}
