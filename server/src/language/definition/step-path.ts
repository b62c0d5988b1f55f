import type { WorkflowDefinition } from './definition.schema.ts';
import { pipeIn } from './slots.ts';
import type { Pipe, Step } from './step.schema.ts';

/**
 * Address of a step: position in the root pipe, then slot and position of each pipe inside.
 * `root.steps[2].then.steps[0]` is `[{ slot: 'root', index: 2 }, { slot: 'then', index: 0 }]`.
 * Positions are stable inside one version only.
 */
export type StepPath = readonly StepPathSegment[];
export interface StepPathSegment {
  slot: string;
  index: number;
}

export const ROOT_PIPE = 'root';

const SEGMENT = /^([A-Za-z]\w*)\.steps\[(0|[1-9]\d{0,8})\](?:\.|$)/;

/** null = not a step path. */
export function parseStepPath(text: string): StepPath | null {
  const segments: StepPathSegment[] = [];
  let rest = text;
  while (rest !== '') {
    const match = SEGMENT.exec(rest);
    if (match === null) return null;
    const [whole, slot = '', index = ''] = match;
    if ((slot === ROOT_PIPE) !== (segments.length === 0)) return null;
    segments.push({ slot, index: Number(index) });
    rest = rest.slice(whole.length);
    if (rest === '' && whole.endsWith('.')) return null;
  }
  return segments.length === 0 ? null : segments;
}

export function formatStepPath(path: StepPath): string {
  return path.map(({ slot, index }) => `${slot}.steps[${index}]`).join('.');
}

/** Path of a step in a pipe: `('root.steps[2].then', 0)` gives `root.steps[2].then.steps[0]`. */
export function stepPathIn(pipe: string, index: number): string {
  return `${pipe}.steps[${index}]`;
}

/** Path of a pipe in a step: `('root.steps[2]', 'then')` gives `root.steps[2].then`. */
export function pipePathIn(step: string, slot: string): string {
  return `${step}.${slot}`;
}

/** The step at an address; undefined when there is none. */
export function stepAt(definition: Pick<WorkflowDefinition, 'steps'>, path: StepPath): Step | undefined {
  let pipe: Pipe | undefined = definition.steps;
  let step: Step | undefined;
  for (const [depth, segment] of path.entries()) {
    pipe = depth === 0 ? definition.steps : step && pipeIn(step, segment.slot);
    step = pipe?.[segment.index];
    if (step === undefined) return undefined;
  }
  return step;
}
