import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';

/**
 * Required members of an object schema that a mapping does not name, as dotted paths; also inside literal objects, whose members
 * are known. An expression may yield anything, so nothing is missing behind one.
 */
export function missingMembers(schema: JsonObject, mapping: JsonObject, prefix = ''): string[] {
  const required = Array.isArray(schema.required) ? schema.required : [];
  const missing = required.filter((name): name is string => typeof name === 'string' && !(name in mapping));
  return [...missing.map((name) => `${prefix}${name}`), ...missingInside(schema, mapping, prefix)];
}

function missingInside(schema: JsonObject, mapping: JsonObject, prefix: string): string[] {
  const properties = isJsonObject(schema.properties) ? (schema.properties as JsonObject) : {};
  return Object.entries(mapping).flatMap(([name, value]) => {
    const member = properties[name];
    return isJsonObject(member) && isLiteralObject(value)
      ? missingMembers(member as JsonObject, value, `${prefix}${name}.`)
      : [];
  });
}

/** Members of a mapping that a closed object schema does not have. */
export function unknownMembers(schema: JsonObject, mapping: JsonObject): string[] {
  if (schema.additionalProperties !== false || !isJsonObject(schema.properties)) return [];
  const known = schema.properties as JsonObject;
  return Object.keys(mapping).filter((name) => !(name in known));
}

function isLiteralObject(value: Json | undefined): value is JsonObject {
  return isJsonObject(value) && !('$expr' in value) && !('$secret' in value);
}
