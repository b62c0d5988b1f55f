import type { BranchFrame, RunState, StepFrame } from './run-state.ts';

/** From the root inwards: each link is a pipe and the step of it that the next link is inside of. */
export type Chain = readonly Link[];
export interface Link {
  branch: BranchFrame;
  step: StepFrame | null;
}

/** The innermost pipe that can go on without an answer; null = every pipe waits. */
export function findReady(root: BranchFrame): Chain | null {
  return find(root, ({ step }) => step === null);
}

/** The step that waits for a token. */
export function findByToken(root: BranchFrame, token: string): Chain | null {
  return find(root, ({ step }) => step?.token === token);
}

function find(root: BranchFrame, matches: (branch: BranchFrame) => boolean): Chain | null {
  const chain: Link[] = [];
  // Most pipes of a wide loop wait, so nothing is made before one matches.
  function search(branch: BranchFrame): boolean {
    chain.push({ branch, step: branch.step });
    if (matches(branch) || branch.step?.branches.some(search)) return true;
    chain.pop();
    return false;
  }
  return search(root) ? chain : null;
}

/** Every step under way inside a pipe, innermost first, with its chain. */
export function* stepsInside(branch: BranchFrame, outside: Chain): Generator<{ step: StepFrame; chain: Chain }> {
  const { step } = branch;
  if (step === null) return;
  const chain = [...outside, { branch, step }];
  for (const inner of step.branches) yield* stepsInside(inner, chain);
  yield { step, chain };
}

/** '' outside loops, else `<path of the loop>#<index>` joined by `/`, outermost first. */
export function iterationKeyOf(chain: Chain): string {
  const parts: string[] = [];
  for (const [depth, { branch }] of chain.entries()) {
    if (branch.index !== null) parts.push(`${chain[depth - 1]?.step?.path ?? ''}#${branch.index}`);
  }
  return parts.join('/');
}

export function addressOfStep(step: StepFrame): { path: string; iterationKey: string; stepId: string } {
  return { path: step.path, iterationKey: step.iterationKey, stepId: step.stepId };
}

export function listKey(step: StepFrame): string {
  return `${step.path}@${step.iterationKey}`;
}

/** A copy whose own members may be changed; frames are shared until `ownChain` copies them. */
export function copyState(state: RunState): RunState {
  return { ...state, lists: { ...state.lists } };
}

/**
 * The chain with frames that may be changed: those that are still shared with the state before are copied, and the copies stand in
 * the tree. A wide loop costs one iteration and not all of them.
 */
export function ownChain(state: RunState, owned: Set<object>, chain: Chain): Chain {
  const links: Link[] = [];
  let holder: StepFrame | null = null;
  for (const { branch, step } of chain) {
    const ownBranch = own(owned, branch, () => ({
      ...branch,
      writes: branch.writes === null ? null : [...branch.writes],
    }));
    if (holder === null) state.root = ownBranch;
    else if (ownBranch !== branch) holder.branches[holder.branches.indexOf(branch)] = ownBranch;
    const ownStep = step === null ? null : own(owned, step, () => ({ ...step, branches: [...step.branches] }));
    ownBranch.step = ownStep;
    links.push({ branch: ownBranch, step: ownStep });
    holder = ownStep;
  }
  return links;
}

function own<T extends object>(owned: Set<object>, frame: T, copy: () => T): T {
  if (owned.has(frame)) return frame;
  const copied = copy();
  owned.add(copied);
  return copied;
}
