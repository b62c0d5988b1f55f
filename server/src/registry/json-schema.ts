import { z } from 'zod';
import type { JsonObject } from '../kernel/json.ts';

const inputs = new WeakMap<z.ZodType, JsonObject>();
const outputs = new WeakMap<z.ZodType, JsonObject>();

/** JSON Schema (2020-12) of a value as an author writes it: members with a default may be left out. Made once per schema. */
export function inputJsonSchema(schema: z.ZodType): JsonObject {
  return remembered(inputs, schema, 'input');
}

/** JSON Schema (2020-12) of a value as it comes out: members with a default are there. Made once per schema. */
export function outputJsonSchema(schema: z.ZodType): JsonObject {
  return remembered(outputs, schema, 'output');
}

function remembered(made: WeakMap<z.ZodType, JsonObject>, schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const jsonSchema = z.toJSONSchema(schema, { io }) as JsonObject;
  made.set(schema, jsonSchema);
  return jsonSchema;
}
