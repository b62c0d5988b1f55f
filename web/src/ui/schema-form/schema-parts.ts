import type { Json, JsonObject } from '@penstock/server/language';

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const MAX_HOPS = 16;

/** The schema that a reference inside the document names; one that leads nowhere allows anything. */
export function resolved(schema: JsonObject, root: JsonObject): JsonObject {
  let found: JsonObject = schema;
  for (let hop = 0; hop < MAX_HOPS && typeof found.$ref === 'string'; hop += 1) {
    const target = at(root, found.$ref);
    if (!isObject(target)) return {};
    found = target;
  }
  return typeof found.$ref === 'string' ? {} : found;
}

/** What a value looks like when it is not null. */
export function withoutNull(schema: JsonObject, root: JsonObject): { schema: JsonObject; isNullable: boolean } {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    const [only] = types;
    const { type: _type, ...rest } = schema;
    const named: JsonObject = types.length === 1 && only !== undefined ? { ...rest, type: only } : rest;
    return { schema: named, isNullable: types.length < schema.type.length };
  }
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (!Array.isArray(alternatives)) return { schema, isNullable: false };
  const options = alternatives.filter(isObject).map((option) => resolved(option, root));
  const others = options.filter((option) => option.type !== 'null').map((option) => withoutNull(option, root));
  const isNullable = others.length < options.length || others.some((other) => other.isNullable);
  const [first] = others;
  if (others.length === 1 && first !== undefined) return { schema: first.schema, isNullable };
  return { schema: { anyOf: others.flatMap((other) => flattened(other.schema)) }, isNullable };
}

function flattened(schema: JsonObject): JsonObject[] {
  return Array.isArray(schema.anyOf) ? schema.anyOf.filter(isObject) : [schema];
}

function at(root: JsonObject, reference: string): Json | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let found: Json | undefined = root;
  for (const segment of reference.slice(2).split('/')) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (!isObject(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}
