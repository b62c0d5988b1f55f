import type { PipeBranch, PipeNode } from '../ui/pipe/tree.ts';

/** A step of the definition as the page needs it. */
export interface StepInfo {
  path: string;
  stepId: string;
  /** Node type. */
  type: string;
  /** Of an action call. */
  actionId: string | null;
  /** Its own name, where the author gave one. */
  name: string | null;
  depth: number;
  /** The step as it is stored. */
  source: Readonly<Record<string, unknown>>;
}

export interface StepTree {
  nodes: PipeNode[];
  /** By step path, in the order of the definition. */
  steps: Map<string, StepInfo>;
}

type Json = Record<string, unknown>;

/** Pipes of known blocks in the order in which they are read; others follow as the definition has them. */
const slotOrder = ['then', 'else', 'body', 'do', 'try', 'catch'];
const branchKinds: Record<string, PipeBranch['kind']> = { body: 'loop', catch: 'error' };

/** The tree that is drawn, from a stored definition. Whatever holds steps is a branch, so that new kinds of blocks need nothing here. */
export function stepTree(definition: unknown): StepTree {
  const steps = new Map<string, StepInfo>();
  const list = isObject(definition) ? definition.steps : undefined;
  return { nodes: nodesOf(list, 'root', 0, steps), steps };
}

function nodesOf(list: unknown, path: string, depth: number, steps: Map<string, StepInfo>): PipeNode[] {
  if (!isPipe(list)) return [];
  return list.map((step, index) => {
    const key = `${path}.steps[${index}]`;
    steps.set(key, infoOf(step, key, depth));
    const branches = slotsOf(step).map((name) => ({
      name,
      kind: branchKinds[name] ?? ('plain' as const),
      nodes: nodesOf(step[name], `${key}.${name}`, depth + 1, steps),
    }));
    return { key, branches, returns: step.type === 'control.return' };
  });
}

function infoOf(step: Json, path: string, depth: number): StepInfo {
  const config = isObject(step.config) ? step.config : {};
  return {
    path,
    stepId: text(step.id) ?? path,
    type: text(step.type) ?? '',
    actionId: text(config.actionId),
    name: text(step.name),
    depth,
    source: step,
  };
}

function slotsOf(step: Json): string[] {
  const found = Object.keys(step).filter(
    (name) => isPipe(step[name]) && (slotOrder.includes(name) || (step[name] as unknown[]).length > 0),
  );
  const place = (name: string) => (slotOrder.includes(name) ? slotOrder.indexOf(name) : slotOrder.length);
  return found.toSorted((left, right) => place(left) - place(right));
}

function isPipe(value: unknown): value is Json[] {
  return Array.isArray(value) && value.every((step) => isObject(step) && typeof step.type === 'string');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
