import { appError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { itemSchemaOf, memberOf, takesList } from './schema-member.ts';

/** Evaluates one expression in the scope of the step; undefined = it yielded nothing. */
export type EvaluateIn = (
  expression: string,
  options: { field: string; expects: 'any' | 'array' },
) => Promise<Json | undefined>;

/**
 * The value of a mapping: expressions evaluated, literals as they are, secrets still references. An optional member whose expression
 * yields nothing is left out, at any depth; whether it is optional says the target's JSON Schema (null = every member is).
 * Errors: EXPRESSION_YIELDED_NOTHING naming the required field, and whatever an expression fails with.
 */
export async function evaluateMapping(
  mapping: JsonObject,
  schema: JsonObject | null,
  evaluate: EvaluateIn,
): Promise<JsonObject> {
  return objectValue(mapping, schema, '', evaluate);
}

async function objectValue(
  mapping: JsonObject,
  schema: JsonObject | null,
  prefix: string,
  evaluate: EvaluateIn,
): Promise<JsonObject> {
  const result: JsonObject = {};
  for (const [name, source] of Object.entries(mapping)) {
    const field = `${prefix}${name}`;
    const member = memberOf(schema, name);
    const value = await mappedValue(source, member.schema, field, evaluate);
    if (value !== undefined) define(result, name, value);
    else if (member.required) throw yieldedNothing(expressionOf(source), field);
  }
  return result;
}

async function mappedValue(
  source: Json,
  schema: JsonObject | null,
  field: string,
  evaluate: EvaluateIn,
): Promise<Json | undefined> {
  if (Array.isArray(source)) return listValue(source, itemSchemaOf(schema), field, evaluate);
  if (!isJsonObject(source)) return source;
  if (typeof source.$expr === 'string') {
    return evaluate(source.$expr, { field, expects: takesList(schema) ? 'array' : 'any' });
  }
  if (typeof source.$secret === 'string') return source;
  return objectValue(source as JsonObject, schema, `${field}.`, evaluate);
}

async function listValue(
  source: readonly Json[],
  itemSchema: JsonObject | null,
  field: string,
  evaluate: EvaluateIn,
): Promise<Json[]> {
  const items: Json[] = [];
  for (const [index, item] of source.entries()) {
    const place = `${field}[${index}]`;
    const value = await mappedValue(item, itemSchema, place, evaluate);
    if (value === undefined) throw yieldedNothing(expressionOf(item), place);
    items.push(value);
  }
  return items;
}

/** An own member even when its name is __proto__. */
function define(target: JsonObject, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The field needs a value; `coalesce` is the cure. */
export function yieldedNothing(expression: string, field: string) {
  return appError(
    'EXPRESSION_YIELDED_NOTHING',
    { expression, field },
    `${field} needs a value, but ${expression} yields nothing`,
  );
}

function expressionOf(source: Json): string {
  return isJsonObject(source) && typeof source.$expr === 'string' ? source.$expr : '';
}
