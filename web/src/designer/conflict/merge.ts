import { slotsOfType } from '@penstock/server/language';
import {
  type DesignDocument,
  ownerOf,
  type PipeKey,
  pipeKey,
  placeOf,
  type StepBody,
  type StepKey,
  stepsIn,
  walkPipe,
} from '../model/document.ts';
import { differingMembers, isSame } from './compare.ts';

export type Side = 'mine' | 'theirs';

/** One thing on which two drafts made from the same base differ. */
export interface MergeRow {
  /** `WORKFLOW_ROW`, or the key of a step. */
  readonly key: StepKey;
  readonly what: 'workflow' | 'step';
  /** null = the step is not there on that side. */
  readonly mine: StepBody | null;
  readonly theirs: StepBody | null;
  /** Only one side has touched it: that side, chosen for the author. null = both have. */
  readonly touchedBy: Side | null;
}

export interface MergePlan {
  readonly rows: readonly MergeRow[];
  /** Whose order of steps is kept: of the side that has moved steps, and the author's own where both have. */
  readonly order: Side;
}

/** No step has it: ids are not empty. */
export const WORKFLOW_ROW: StepKey = '';

/** What must be chosen to make one draft of two. `base` is what both began with. */
export function planMerge(base: DesignDocument, mine: DesignDocument, theirs: DesignDocument): MergePlan {
  const rows: MergeRow[] = [];
  if (differingMembers(mine.head, theirs.head).length > 0) {
    rows.push({
      key: WORKFLOW_ROW,
      what: 'workflow',
      mine: null,
      theirs: null,
      touchedBy: touchedBy(
        differingMembers(base.head, mine.head).length > 0,
        differingMembers(base.head, theirs.head).length > 0,
      ),
    });
  }
  for (const key of new Set([...walkPipe(mine), ...walkPipe(theirs)])) {
    const ours = mine.steps[key] ?? null;
    const others = theirs.steps[key] ?? null;
    if (isSame(ours, others)) continue;
    const before = base.steps[key] ?? null;
    rows.push({
      key,
      what: 'step',
      mine: ours,
      theirs: others,
      touchedBy: touchedBy(!isSame(before, ours), !isSame(before, others)),
    });
  }
  return { rows, order: isSame(common(base, theirs), common(mine, theirs)) ? 'theirs' : 'mine' };
}

/** The choice for each row; a row without one keeps the author's own. */
export type Choices = ReadonlyMap<StepKey, Side>;

/** What the rows say by themselves: the side that has touched a thing, the author's own where both have. */
export function ownChoices(plan: MergePlan): Choices {
  return new Map(plan.rows.map((row) => [row.key, row.touchedBy ?? 'mine']));
}

interface Tree {
  readonly steps: Record<StepKey, StepBody>;
  readonly pipes: Record<PipeKey, StepKey[]>;
}

/**
 * One draft of two: the order of the one side, with what is chosen of the other put where it stands there. A step whose block was left out
 * goes with it, unless the other side has taken it out of the block.
 */
export function mergeDocuments(
  plan: MergePlan,
  mine: DesignDocument,
  theirs: DesignDocument,
  choices: Choices,
): DesignDocument {
  const [start, other] = plan.order === 'mine' ? [mine, theirs] : [theirs, mine];
  const wanted = chosenBodies(plan, start, choices);
  const tree: Tree = {
    steps: { ...start.steps },
    pipes: Object.fromEntries(Object.entries(start.pipes).map(([pipe, keys]) => [pipe, [...keys]])),
  };
  for (const key of walkPipe(start)) {
    const body = wanted.get(key);
    if (body === undefined) removeWithInner(tree, key);
    else if (key in tree.steps) replaceBody(tree, other, key, body);
  }
  for (const key of walkPipe(other)) {
    const body = wanted.get(key);
    if (body !== undefined && !(key in tree.steps)) insertAsIn(tree, other, key, body);
  }
  const head = (choices.get(WORKFLOW_ROW) ?? 'mine') === 'mine' ? mine.head : theirs.head;
  return { head, ...tree };
}

/** Steps that are to be there. What no row names is the same on both sides. */
function chosenBodies(plan: MergePlan, start: DesignDocument, choices: Choices): Map<StepKey, StepBody> {
  const bodies = new Map(Object.entries(start.steps));
  for (const row of plan.rows) {
    if (row.what !== 'step') continue;
    const body = (choices.get(row.key) ?? 'mine') === 'mine' ? row.mine : row.theirs;
    if (body === null) bodies.delete(row.key);
    else bodies.set(row.key, body);
  }
  return bodies;
}

function removeWithInner({ steps, pipes }: Tree, key: StepKey): void {
  if (!(key in steps)) return;
  for (const pipe of Object.keys(pipes)) if (ownerOf(pipe)?.step === key) removePipe({ steps, pipes }, pipe);
  for (const keys of Object.values(pipes)) {
    const index = keys.indexOf(key);
    if (index >= 0) keys.splice(index, 1);
  }
  delete steps[key];
}

function removePipe(tree: Tree, pipe: PipeKey): void {
  for (const inner of [...(tree.pipes[pipe] ?? [])]) removeWithInner(tree, inner);
  delete tree.pipes[pipe];
}

/** Both sides may have made steps of different kinds under one name: the pipes follow the kind. */
function replaceBody(tree: Tree, other: DesignDocument, key: StepKey, body: StepBody): void {
  const isOfAnotherKind = tree.steps[key]?.type !== body.type;
  tree.steps[key] = body;
  if (!isOfAnotherKind) return;
  const slots = slotsOfType(body.type).map(({ name }) => pipeKey(key, name));
  for (const pipe of Object.keys(tree.pipes)) {
    if (ownerOf(pipe)?.step === key && !slots.includes(pipe)) removePipe(tree, pipe);
  }
  addPipes(tree, other, key);
}

/** At the place that it has in the other draft: in the same pipe, after the nearest step before it that is here too. */
function insertAsIn(tree: Tree, other: DesignDocument, key: StepKey, body: StepBody): void {
  const place = placeOf(other, key);
  if (place === undefined) return;
  const owner = ownerOf(place.pipe);
  const block = owner === null ? undefined : tree.steps[owner.step];
  const hasSlot = block !== undefined && slotsOfType(block.type).some(({ name }) => name === owner?.slot);
  if (owner !== null && !hasSlot) return;
  const pipe = tree.pipes[place.pipe] ?? [];
  tree.pipes[place.pipe] = pipe;
  const earlier = stepsIn(other, place.pipe).slice(0, place.index);
  const after = earlier.findLast((each) => pipe.includes(each));
  pipe.splice(after === undefined ? 0 : pipe.indexOf(after) + 1, 0, key);
  tree.steps[key] = body;
  addPipes(tree, other, key);
}

/** Its pipes as the other draft has them, empty: what stands in them comes by itself. */
function addPipes(tree: Tree, other: DesignDocument, key: StepKey): void {
  for (const pipe of Object.keys(other.pipes)) {
    if (ownerOf(pipe)?.step === key) tree.pipes[pipe] ??= [];
  }
}

function touchedBy(byMe: boolean, byThem: boolean): Side | null {
  if (byMe && byThem) return null;
  return byMe ? 'mine' : 'theirs';
}

/** The order of steps, without those that one of the two does not have. */
function common(document: DesignDocument, other: DesignDocument): Record<PipeKey, StepKey[]> {
  const shared = Object.entries(document.pipes).map(
    ([pipe, keys]) => [pipe, keys.filter((key) => key in other.steps)] as const,
  );
  return Object.fromEntries(shared.filter(([, keys]) => keys.length > 0));
}
