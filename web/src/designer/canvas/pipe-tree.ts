import { countSteps } from '../../ui/pipe/layout.ts';
import type { PipeBranch, PipeNode } from '../../ui/pipe/tree.ts';
import { type DesignDocument, type PipeKey, pipeKey, ROOT, type StepKey, slotsOf, stepsIn } from '../model/document.ts';

const branchKinds: Readonly<Record<string, PipeBranch['kind']>> = { body: 'loop', catch: 'error' };

/** The document as the drawing wants it. A block whose branches are all folded shows none of them. */
export function pipeTree(document: DesignDocument, folded: ReadonlySet<PipeKey>, pipe: PipeKey = ROOT): PipeNode[] {
  return stepsIn(document, pipe).map((key) => ({
    key,
    returns: document.steps[key]?.type === 'control.return',
    branches: isFolded(document, folded, key)
      ? []
      : slotsOf(document, key).map(({ name }) => ({
          name,
          kind: branchKinds[name] ?? 'plain',
          nodes: pipeTree(document, folded, pipeKey(key, name)),
        })),
  }));
}

/** Pipes of a block that hold steps. */
export function filledPipes(document: DesignDocument, key: StepKey): PipeKey[] {
  return slotsOf(document, key)
    .map(({ name }) => pipeKey(key, name))
    .filter((pipe) => stepsIn(document, pipe).length > 0);
}

/** Everything inside a block is folded away. */
export function isFolded(document: DesignDocument, folded: ReadonlySet<PipeKey>, key: StepKey): boolean {
  const filled = filledPipes(document, key);
  return filled.length > 0 && filled.every((pipe) => folded.has(pipe));
}

/** How many steps stand inside a step, at every depth. */
export function stepsInside(document: DesignDocument, key: StepKey): number {
  const branches = slotsOf(document, key).map(({ name }) => pipeTree(document, nothing, pipeKey(key, name)));
  return branches.reduce((sum, nodes) => sum + countSteps(nodes), 0);
}

const nothing: ReadonlySet<PipeKey> = new Set();

/** Every pipe that can be folded. */
export function foldablePipes(document: DesignDocument): PipeKey[] {
  return Object.keys(document.pipes).filter((pipe) => pipe !== ROOT && stepsIn(document, pipe).length > 0);
}
