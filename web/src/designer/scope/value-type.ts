import { alternativesOf, itemsOf, type Schema } from './schema-reading.ts';

export const TypeNames = ['text', 'number', 'boolean', 'date', 'object', 'list', 'nothing', 'any'] as const;
export type TypeName = (typeof TypeNames)[number];

/** One of the kinds that a value may be of. */
export interface ValueType {
  readonly name: TypeName;
  /** Kinds of the members of a list; empty = nobody knows. */
  readonly items: readonly ValueType[];
}

const JSON_TYPES: Readonly<Record<string, TypeName>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  object: 'object',
  array: 'list',
  null: 'nothing',
};

/** Kinds that a value of the schema may be of; empty = there is no schema. */
export function typesOf(schema: Schema | null): readonly ValueType[] {
  const found = alternativesOf(schema).flatMap(typesOfBranch);
  return found.filter((type, at) => found.findIndex((other) => isSameType(other, type)) === at);
}

function typesOfBranch(schema: Schema): ValueType[] {
  const declared = Array.isArray(schema.type) ? schema.type : [schema.type];
  const names = declared.flatMap((name) => (typeof name === 'string' ? (JSON_TYPES[name] ?? []) : []));
  const listed = names.length > 0 ? names : namesOfValues(schema);
  if (listed.length === 0) return [{ name: impliedName(schema), items: [] }];
  return listed.map((name) => ({
    name: name === 'text' && isDate(schema.format) ? 'date' : name,
    items: name === 'list' ? typesOf(itemsOf(schema)) : [],
  }));
}

function namesOfValues(schema: Schema): TypeName[] {
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  return [...new Set(values.map(nameOfValue))];
}

function nameOfValue(value: unknown): TypeName {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return JSON_TYPES[typeof value] ?? 'any';
}

function impliedName(schema: Schema): TypeName {
  if ('properties' in schema) return 'object';
  return 'items' in schema ? 'list' : 'any';
}

function isDate(format: unknown): boolean {
  return format === 'date' || format === 'date-time' || format === 'time';
}

export function isSameType(one: ValueType, other: ValueType): boolean {
  return (
    one.name === other.name &&
    one.items.length === other.items.length &&
    one.items.every((item, at) => isSameType(item, other.items[at] as ValueType))
  );
}
