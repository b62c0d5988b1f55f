import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Slot, slotsOfType } from './slots.ts';
import { controlStepSchemas, pipeSchema } from './step.schema.ts';

function slotsOfShape(shape: Readonly<Record<string, z.core.$ZodType>>): Slot[] {
  return Object.entries(shape).flatMap(([name, field]): Slot[] => {
    if (field === pipeSchema) return [{ name, optional: false }];
    return field instanceof z.ZodOptional && field.unwrap() === pipeSchema ? [{ name, optional: true }] : [];
  });
}

test.each(controlStepSchemas.map((schema) => ({ type: schema.shape.type.value, shape: schema.shape })))(
  'the pipes of $type are those that its schema declares',
  ({ type, shape }) => {
    expect(slotsOfType(type)).toEqual(slotsOfShape(shape));
  },
);

test.each(['action.call', 'constructor', '__proto__'])('%s holds no pipes', (type) => {
  expect(slotsOfType(type)).toEqual([]);
});
