import { isJsonObject, type JsonObject } from '../kernel/json.ts';

/**
 * The strings that a form needs for an input schema: `fields.<path>` of every member, nested ones joined by `_` (`from_type`), and
 * `options.<path>.<value>` of every choice. The same walk names the strings in a form and checks that they are there.
 */
export function fieldStringKeys(inputSchema: JsonObject): string[] {
  return fieldsOf(inputSchema, []).flatMap(({ path, schema }) => {
    const name = path.join('_');
    return [`fields.${name}`, ...choicesOf(schema).map((choice) => `options.${name}.${choice}`)];
  });
}

function fieldsOf(schema: JsonObject, path: string[]): { path: string[]; schema: JsonObject }[] {
  return alternativesOf(schema).flatMap(({ properties }) => {
    if (!isJsonObject(properties)) return [];
    return Object.entries(properties).flatMap(([name, field]) => {
      if (!isJsonObject(field)) return [];
      const place = [...path, name];
      return [{ path: place, schema: field }, ...fieldsOf(field, place)];
    });
  });
}

function choicesOf(schema: JsonObject): string[] {
  return alternativesOf(schema).flatMap((alternative) =>
    Array.isArray(alternative.enum) ? alternative.enum.filter((value) => typeof value === 'string') : [],
  );
}

/** The schema itself, or the branches of a field that may also be null. */
function alternativesOf(schema: JsonObject): JsonObject[] {
  return Array.isArray(schema.anyOf) ? schema.anyOf.filter(isJsonObject).flatMap(alternativesOf) : [schema];
}
