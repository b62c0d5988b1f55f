import { type Json, pipesOf, type Step, slotsOfType, type WorkflowDefinition } from '@penstock/server/language';
import { type DesignDocument, pipeKey, ROOT, type StepBody, type StepKey, stepsIn } from './document.ts';

/** A stored definition, laid flat for editing. Two steps with one id get keys of their own; validation will name them. */
export function fromDefinition(definition: WorkflowDefinition): DesignDocument {
  const { steps: rootSteps, ...head } = definition;
  const steps: Record<StepKey, StepBody> = {};
  const pipes: Record<string, StepKey[]> = {};
  layPipe(rootSteps, ROOT, steps, pipes);
  return { head, steps, pipes };
}

/** Adds steps and their pipes to what is there; answers the keys of the outer ones. */
export function layPipe(
  pipe: readonly Step[],
  at: string,
  steps: Record<StepKey, StepBody>,
  pipes: Record<string, StepKey[]>,
): StepKey[] {
  const keys = pipe.map((step) => {
    const key = freeKey(step.id, steps);
    steps[key] = bodyOf(step);
    for (const inner of pipesOf(step)) layPipe(inner.pipe, pipeKey(key, inner.slot), steps, pipes);
    return key;
  });
  pipes[at] = keys;
  return keys;
}

/** What is saved. The same definition comes back from a document that nobody changed. */
export function toDefinition(document: DesignDocument): WorkflowDefinition {
  return { ...document.head, steps: pipeOf(document, ROOT) };
}

/** Steps of a pipe in the form of the definition. */
export function pipeOf(document: DesignDocument, pipe: string): Step[] {
  return stepsIn(document, pipe).map((key) => stepOf(document, key));
}

/** A step with everything inside, in the form of the definition. */
export function stepOf(document: DesignDocument, key: StepKey): Step {
  const body = document.steps[key];
  if (body === undefined) throw new Error(`There is no step ${key}`);
  const pipes = slotsOfType(body.type).flatMap(({ name }) => {
    const inner = pipeKey(key, name);
    return document.pipes[inner] === undefined ? [] : [[name, pipeOf(document, inner)] as const];
  });
  return { ...body, ...Object.fromEntries(pipes) } as unknown as Step;
}

function bodyOf(step: Step): StepBody {
  const slots = new Set(slotsOfType(step.type).map((slot) => slot.name));
  const fields = Object.entries(step).filter(([name]) => !slots.has(name));
  return Object.fromEntries(fields) as Record<string, Json> as unknown as StepBody;
}

function freeKey(id: string, taken: Readonly<Record<StepKey, StepBody>>): StepKey {
  if (!(id in taken)) return id;
  let count = 2;
  while (`${id}~${count}` in taken) count += 1;
  return `${id}~${count}`;
}
