import { z } from 'zod';
import { controlStepSchemas, type Pipe, pipeSchema, type Step } from './step.schema.ts';

/** A place of a step that holds a pipe. */
export interface Slot {
  name: string;
  /** An optional slot may be absent; that is the same as empty. */
  optional: boolean;
}

// Read off the schemas, so that a control step declares its pipes in one place.
const slotsByType: ReadonlyMap<string, readonly Slot[]> = new Map(
  controlStepSchemas.map((schema) => [schema.shape.type.value, slotsOfShape(schema.shape)]),
);

function slotsOfShape(shape: Readonly<Record<string, z.core.$ZodType>>): Slot[] {
  return Object.entries(shape).flatMap(([name, field]): Slot[] => {
    if (field === pipeSchema) return [{ name, optional: false }];
    return field instanceof z.ZodOptional && field.unwrap() === pipeSchema ? [{ name, optional: true }] : [];
  });
}

/** In the order in which they are written. Steps that are not control steps have none. */
export function slotsOfType(type: string): readonly Slot[] {
  return slotsByType.get(type) ?? [];
}

/** The pipe in a slot; undefined when the step has no such slot or the optional slot is absent. */
export function pipeIn(step: Step, slot: string): Pipe | undefined {
  if (!slotsOfType(step.type).some((known) => known.name === slot)) return undefined;
  return (step as unknown as Record<string, Pipe | undefined>)[slot];
}

/** Every pipe that a step holds, absent ones left out. */
export function pipesOf(step: Step): { slot: string; pipe: Pipe }[] {
  return slotsOfType(step.type).flatMap(({ name }) => {
    const pipe = pipeIn(step, name);
    return pipe === undefined ? [] : [{ slot: name, pipe }];
  });
}
