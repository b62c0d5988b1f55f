import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from './json.ts';

/**
 * A name that people choose: namespace, key, type, id, relation. Trimmed, 1 to 256 UTF-16 code units, free of what the database
 * could not give back unchanged (NUL, half of a surrogate pair).
 */
export const labelField = z
  .string()
  .trim()
  .min(1)
  .max(256)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'Neither U+0000 nor half of a surrogate pair');

/** Any JSON value, null included; missing is refused. What the value may hold is checked where it is stored. */
export const jsonField = z
  .unknown()
  .refine((value) => value !== undefined, 'A value is needed, null included') as unknown as z.ZodType<Json>;

/** A JSON object of any members. Not a record schema: that one would drop a member named __proto__ without a word. */
export const jsonObjectField = z
  .unknown()
  .refine(isJsonObject, 'An object is needed')
  .meta({ type: 'object', additionalProperties: {} }) as unknown as z.ZodType<JsonObject>;
