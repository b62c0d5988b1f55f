import {
  type DesignDocument,
  ownerOf,
  type PipeKey,
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
  /** `workflow`, or the key of a step. */
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

export const WORKFLOW_ROW: StepKey = 'workflow';

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

/** One draft of two. A step whose block was left out goes with it. */
export function mergeDocuments(
  plan: MergePlan,
  mine: DesignDocument,
  theirs: DesignDocument,
  choices: Choices,
): DesignDocument {
  const [start, other] = plan.order === 'mine' ? [mine, theirs] : [theirs, mine];
  const steps: Record<StepKey, StepBody> = { ...start.steps };
  const pipes: Record<PipeKey, StepKey[]> = Object.fromEntries(
    Object.entries(start.pipes).map(([pipe, keys]) => [pipe, [...keys]]),
  );
  const draft: DesignDocument = { head: start.head, steps, pipes };
  for (const row of plan.rows) {
    if (row.what !== 'step') continue;
    const chosen = choices.get(row.key) ?? 'mine';
    const wanted = chosen === 'mine' ? row.mine : row.theirs;
    if (wanted === null) removeWithInner(steps, pipes, draft, row.key);
    else if (row.key in steps) steps[row.key] = wanted;
    else insertAsIn(other, steps, pipes, row.key, wanted);
  }
  const head = (choices.get(WORKFLOW_ROW) ?? 'mine') === 'mine' ? mine.head : theirs.head;
  return { head, steps, pipes };
}

function removeWithInner(
  steps: Record<StepKey, StepBody>,
  pipes: Record<PipeKey, StepKey[]>,
  document: DesignDocument,
  key: StepKey,
): void {
  if (!(key in steps)) return;
  for (const pipe of Object.keys(pipes).filter((each) => ownerOf(each)?.step === key)) {
    for (const inner of [...(pipes[pipe] ?? [])]) removeWithInner(steps, pipes, document, inner);
    delete pipes[pipe];
  }
  for (const keys of Object.values(pipes)) {
    const index = keys.indexOf(key);
    if (index >= 0) keys.splice(index, 1);
  }
  delete steps[key];
}

/** At the place that it has in the other draft: in the same pipe, after the nearest step before it that is here too. */
function insertAsIn(
  other: DesignDocument,
  steps: Record<StepKey, StepBody>,
  pipes: Record<PipeKey, StepKey[]>,
  key: StepKey,
  body: StepBody,
): void {
  const place = placeOf(other, key);
  if (place === undefined) return;
  const owner = ownerOf(place.pipe);
  if (owner !== null && !(owner.step in steps)) return;
  const pipe = pipes[place.pipe] ?? [];
  pipes[place.pipe] = pipe;
  const earlier = stepsIn(other, place.pipe).slice(0, place.index);
  const after = earlier.findLast((each) => pipe.includes(each));
  pipe.splice(after === undefined ? 0 : pipe.indexOf(after) + 1, 0, key);
  steps[key] = body;
  for (const inner of Object.keys(other.pipes)) {
    if (ownerOf(inner)?.step === key && pipes[inner] === undefined) pipes[inner] = [];
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
