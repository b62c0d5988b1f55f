import type { WorkflowDefinition } from './definition.schema.ts';
import { pipesOf } from './slots.ts';
import type { Pipe, Step } from './step.schema.ts';
import { pipePathIn, ROOT_PIPE, stepPathIn } from './step-path.ts';

export interface WalkedStep {
  step: Step;
  /** `root.steps[2].then.steps[0]` */
  path: string;
  /** Path of the pipe that holds it. */
  pipe: string;
  /** 1 in the root pipe. */
  depth: number;
  /** Steps around it, outermost first. */
  ancestors: readonly Step[];
}

/** Every step in reading order: a step before the steps inside it. */
export function walkSteps(definition: Pick<WorkflowDefinition, 'steps'>): Generator<WalkedStep> {
  return walkPipe(definition.steps, ROOT_PIPE, []);
}

function* walkPipe(steps: Pipe, pipe: string, ancestors: readonly Step[]): Generator<WalkedStep> {
  for (const [index, step] of steps.entries()) {
    const path = stepPathIn(pipe, index);
    yield { step, path, pipe, depth: ancestors.length + 1, ancestors };
    for (const inner of pipesOf(step)) yield* walkPipe(inner.pipe, pipePathIn(path, inner.slot), [...ancestors, step]);
  }
}
