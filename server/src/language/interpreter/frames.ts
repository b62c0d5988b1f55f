import type { BranchFrame, RunState, StepFrame } from './run-state.ts';

/** From the root inwards: each link is a pipe and the step of it that the next link is inside of. */
export type Chain = readonly Link[];
export interface Link {
  branch: BranchFrame;
  step: StepFrame | null;
}

/** A copy that may be changed: frames are copied, lists, values and overlays' members are shared. */
export function copyBranch(branch: BranchFrame): BranchFrame {
  return {
    ...branch,
    writes: branch.writes === null ? null : [...branch.writes],
    step: branch.step === null ? null : { ...branch.step, branches: branch.step.branches.map(copyBranch) },
  };
}

/** The innermost pipe that can go on without an answer; null = every pipe waits. */
export function findReady(root: BranchFrame): Chain | null {
  return find(root, [], ({ step }) => step === null);
}

/** The step that waits for a token. */
export function findByToken(root: BranchFrame, token: string): Chain | null {
  return find(root, [], ({ step }) => step?.token === token);
}

function find(branch: BranchFrame, outside: Chain, matches: (link: Link) => boolean): Chain | null {
  const link: Link = { branch, step: branch.step };
  const chain = [...outside, link];
  if (matches(link)) return chain;
  for (const inner of branch.step?.branches ?? []) {
    const found = find(inner, chain, matches);
    if (found !== null) return found;
  }
  return null;
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

export function copyState(state: RunState): RunState {
  return {
    ...state,
    root: state.root === null ? null : copyBranch(state.root),
    lists: { ...state.lists },
    outstanding: { ...state.outstanding },
  };
}
