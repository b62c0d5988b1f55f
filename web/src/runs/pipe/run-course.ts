import type { Course, Flow, PipeBranch, PipeNode } from '../../ui/pipe/tree.ts';
import { type ChosenIterations, iterationKeyOf, type Passes } from './iterations.ts';

/** What the page knows of one try of a step. */
export interface StepTry {
  stepPath: string;
  iterationKey: string;
  attempt: number;
  status: string;
}

/** The last try of each step in the passes that are looked at, by step path. */
export function shownTries<Row extends StepTry>(
  paths: Iterable<string>,
  rows: readonly Row[],
  passes: Passes,
  chosen: ChosenIterations,
): Map<string, Row> {
  const byAddress = new Map<string, Row>();
  for (const row of rows) {
    const address = `${row.stepPath} ${row.iterationKey}`;
    const known = byAddress.get(address);
    if (known === undefined || known.attempt <= row.attempt) byAddress.set(address, row);
  }
  const shown = new Map<string, Row>();
  for (const path of paths) {
    const row = byAddress.get(`${path} ${iterationKeyOf(path, passes, chosen)}`);
    if (row !== undefined) shown.set(path, row);
  }
  return shown;
}

/**
 * Where the water went. A step was passed when it succeeded, or when the run went on after it (a failure that the author lets pass):
 * something after it in its pipe was reached, or it was the last and its pipe came out all the same. A branch was taken when one of its
 * steps was reached, or when the step says so.
 */
export function runCourse(
  nodes: readonly PipeNode[],
  shown: ReadonlyMap<string, StepTry & { result?: unknown }>,
  runSucceeded: boolean,
): Course {
  const flows = new Map<string, Flow>();
  const branches = new Set<string>();
  const visit = (pipe: readonly PipeNode[], cameOut: boolean) => {
    pipe.forEach((node, index) => {
      const row = shown.get(node.key);
      const later = pipe.slice(index + 1);
      const wentOn = later.length === 0 ? cameOut : later.some((next) => shown.has(next.key));
      flows.set(node.key, row === undefined ? 'dry' : row.status === 'SUCCEEDED' || wentOn ? 'passed' : 'here');
      for (const branch of node.branches) {
        visit(branch.nodes, row?.status === 'SUCCEEDED' && letsOut(node, branch, shown));
        if (row !== undefined && wasTaken(branch.name, branch.nodes, row.result, shown))
          branches.add(`${node.key} ${branch.name}`);
      }
    });
  };
  visit(nodes, runSucceeded);
  return {
    flow: (key) => flows.get(key) ?? 'dry',
    taken: (key, branch) => branches.has(`${key} ${branch}`),
    ended: runSucceeded && reachedTurbine(nodes.at(-1), flows),
  };
}

/** Whether a block that went well says so of this pipe too: not of one whose failure was caught, nor of one pass of a loop. */
function letsOut(node: PipeNode, branch: PipeBranch, shown: ReadonlyMap<string, StepTry>): boolean {
  if (branch.kind === 'loop') return false;
  return branch.name !== 'try' || !node.branches.some(({ kind, nodes }) => kind === 'error' && isReached(nodes, shown));
}

function isReached(nodes: readonly PipeNode[], shown: ReadonlyMap<string, StepTry>): boolean {
  return nodes.some((node) => shown.has(node.key));
}

/** A step that returns ends its pipe: the water does not come out below it. */
function reachedTurbine(last: PipeNode | undefined, flows: ReadonlyMap<string, Flow>): boolean {
  return last === undefined || (!last.returns && flows.get(last.key) === 'passed');
}

const otherWay: Record<string, string> = { then: 'else', else: 'then' };

/** The step decided, or went, the other way: this branch is not taken any more in this pass. */
export function isPassedBy(key: string, branch: string, result: unknown, course: Course): boolean {
  const other = otherWay[branch];
  if (other === undefined) return false;
  if (course.taken(key, other)) return true;
  const condition =
    typeof result === 'object' && result !== null ? (result as { condition?: unknown }).condition : undefined;
  return typeof condition === 'boolean' && branch === (condition ? 'else' : 'then');
}

function wasTaken(
  name: string,
  nodes: readonly PipeNode[],
  result: unknown,
  shown: ReadonlyMap<string, StepTry>,
): boolean {
  if (isReached(nodes, shown)) return true;
  if (nodes.length > 0 || typeof result !== 'object' || result === null) return false;
  const { condition } = result as { condition?: unknown };
  return typeof condition === 'boolean' && name === (condition ? 'then' : 'else');
}
