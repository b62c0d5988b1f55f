import type { JsonObject } from '@penstock/server/language';

/** A JSON Schema. */
export type Schema = JsonObject;

export interface Member {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** What is known of a place inside a value. */
export interface Reading {
  /** no = the schema names the members of its object, and this is none of them; open = nobody knows. */
  readonly known: 'yes' | 'no' | 'open';
  readonly schema: Schema | null;
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Alternatives of a schema, flat. */
export function alternativesOf(schema: Schema | null): Schema[] {
  if (schema === null) return [];
  const inner = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray);
  return inner === undefined ? [schema] : inner.filter(isObject).flatMap((one) => alternativesOf(one));
}

/** Named members of an object, in the order of the schema; each once. */
export function membersOf(schema: Schema | null): Member[] {
  const members = new Map<string, Member>();
  for (const branch of alternativesOf(schema)) {
    if (!isObject(branch.properties)) continue;
    const required: unknown[] = Array.isArray(branch.required) ? branch.required : [];
    for (const [name, member] of Object.entries(branch.properties)) {
      if (isObject(member) && !members.has(name)) {
        members.set(name, { name, schema: member, required: required.includes(name) });
      }
    }
  }
  return [...members.values()];
}

/** Schema of what a list holds; null = no list, or nobody knows. */
export function itemsOf(schema: Schema | null): Schema | null {
  const list = alternativesOf(schema).find((branch) => isObject(branch.items));
  return list === undefined ? null : (list.items as Schema);
}

export function isList(schema: Schema | null): boolean {
  return alternativesOf(schema).some((branch) => branch.type === 'array' || isObject(branch.items));
}

/** Members that can be read of a value: of an object, or of each object in a list. */
export function readableMembers(schema: Schema | null): Member[] {
  return isList(schema) ? readableMembers(itemsOf(schema)) : membersOf(schema);
}

/** Follows a path into a value. A name that is read of a list gives the list of that member. */
export function readAt(schema: Schema | null, path: readonly (string | number)[]): Reading {
  let reading: Reading = { known: schema === null ? 'open' : 'yes', schema };
  for (const segment of path) {
    if (reading.schema === null) return { known: reading.known === 'no' ? 'no' : 'open', schema: null };
    reading = typeof segment === 'number' ? placeIn(reading.schema) : memberIn(reading.schema, segment);
  }
  return reading;
}

function placeIn(schema: Schema): Reading {
  const items = itemsOf(schema);
  if (items !== null) return { known: 'yes', schema: items };
  // The first of a single value is the value.
  return isList(schema) ? { known: 'open', schema: null } : { known: 'yes', schema };
}

function memberIn(schema: Schema, name: string): Reading {
  if (isList(schema)) {
    const inner = itemsOf(schema) === null ? null : memberIn(itemsOf(schema) as Schema, name);
    if (inner === null || inner.known !== 'yes' || inner.schema === null)
      return inner ?? { known: 'open', schema: null };
    return { known: 'yes', schema: isList(inner.schema) ? inner.schema : { type: 'array', items: inner.schema } };
  }
  const members = membersOf(schema);
  const found = members.find((member) => member.name === name);
  if (found !== undefined) return { known: 'yes', schema: found.schema };
  if (members.length > 0) return { known: 'no', schema: null };
  const extra = alternativesOf(schema).find((branch) => isObject(branch.additionalProperties));
  const free = extra?.additionalProperties as Schema | undefined;
  if (free !== undefined && Object.keys(free).length > 0) return { known: 'yes', schema: free };
  return { known: isPlainValue(schema) ? 'no' : 'open', schema: null };
}

/** A text, a number: it has no members. */
function isPlainValue(schema: Schema): boolean {
  const kinds = alternativesOf(schema).flatMap((branch) => branch.type ?? []);
  return kinds.length > 0 && kinds.every((kind) => kind !== 'object' && kind !== 'array');
}
