import type { Pipe, Step } from './step.schema.ts';

/** A place of a step that holds a pipe. */
export interface Slot {
  name: string;
  /** An optional slot may be absent; that is the same as empty. */
  optional: boolean;
}

/**
 * As the schemas of the control steps declare them; a test keeps the two equal. Written down, so that a page that only needs to know where
 * steps may stand loads no schemas.
 */
const slotsByType: Readonly<Record<string, readonly Slot[]>> = {
  'control.if': [
    { name: 'then', optional: false },
    { name: 'else', optional: true },
  ],
  'control.forEach': [{ name: 'body', optional: false }],
  'control.tryCatch': [
    { name: 'try', optional: false },
    { name: 'catch', optional: false },
  ],
};

/** In the order in which they are written. Steps that are not control steps have none. */
export function slotsOfType(type: string): readonly Slot[] {
  return Object.hasOwn(slotsByType, type) ? (slotsByType[type] ?? []) : [];
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
