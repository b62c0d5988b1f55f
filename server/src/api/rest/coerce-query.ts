import { z } from 'zod';
import type { Json, JsonObject } from '../../kernel/json.ts';
import { isJsonObject } from '../../kernel/json.ts';

/** JSON Schema of a procedure's members by name; empty where it takes none. */
export type MemberSchemas = Readonly<Record<string, JsonObject>>;

/** The JSON Schema of what a procedure takes, as OpenAPI shows it. */
export function inputJsonSchema(input: z.ZodType): JsonObject {
  return z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) as JsonObject;
}

export function memberSchemas(schema: JsonObject): MemberSchemas {
  const members: Record<string, JsonObject> = {};
  for (const part of [schema, ...alternatives(schema)]) {
    if (!isJsonObject(part.properties)) continue;
    for (const [name, member] of Object.entries(part.properties)) if (isJsonObject(member)) members[name] ??= member;
  }
  return members;
}

/**
 * Turns the text of a path or query parameter into what its schema takes: numbers, booleans, lists (repeated, or with commas). Text that fits
 * none of them stays text, so that the procedure's schema refuses it by name.
 */
export function coerceText(texts: readonly string[], schema: JsonObject | undefined): Json {
  if (schema === undefined) return texts.length === 1 ? (texts[0] ?? '') : [...texts];
  const lists = withAlternatives(schema).filter((part) => part.type === 'array');
  const list = lists[0];
  if (list !== undefined) {
    const items = isJsonObject(list.items) ? list.items : {};
    return texts.flatMap((text) => (text === '' ? [] : text.split(','))).map((text) => coerceOne(text, items));
  }
  // Given twice where one value is meant: a list, which the schema refuses.
  return texts.length === 1 ? coerceOne(texts[0] ?? '', schema) : [...texts];
}

function coerceOne(text: string, schema: JsonObject): Json {
  const parts = withAlternatives(schema);
  if (parts.some((part) => part.const === text || (Array.isArray(part.enum) && part.enum.includes(text)))) return text;
  for (const part of parts) {
    const types = Array.isArray(part.type) ? part.type : [part.type];
    if ((types.includes('integer') || types.includes('number')) && isNumeric(text)) return Number(text);
    if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  }
  return text;
}

function isNumeric(text: string): boolean {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

function withAlternatives(schema: JsonObject): JsonObject[] {
  return [schema, ...alternatives(schema).flatMap(withAlternatives)];
}

function alternatives(schema: JsonObject): JsonObject[] {
  return ['anyOf', 'oneOf', 'allOf'].flatMap((key) => {
    const parts = schema[key];
    return Array.isArray(parts) ? parts.filter(isJsonObject) : [];
  });
}
