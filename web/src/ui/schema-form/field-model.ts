import type { Json, JsonObject } from '@penstock/server/language';
import { isObject, resolved, withoutNull } from './schema-parts.ts';

export type FieldKind = 'text' | 'number' | 'boolean' | 'choice' | 'date' | 'dateTime' | 'object' | 'list' | 'json';

/** One value of a form, as its JSON Schema describes it. */
export interface Field {
  readonly name: string;
  /** Names from the form's root; an item of a list is `*`. */
  readonly path: readonly string[];
  readonly kind: FieldKind;
  readonly schema: JsonObject;
  readonly isRequired: boolean;
  readonly isNullable: boolean;
  readonly defaultValue: Json | undefined;
  readonly title: string | null;
  readonly description: string | null;
  /** Of a choice. */
  readonly choices: readonly (string | number)[];
  readonly limits: FieldLimits;
  /** Of an object; required ones first. */
  readonly fields: readonly Field[];
  /** Of a list. */
  readonly item: Field | null;
}

interface FieldLimits {
  readonly isWhole: boolean;
  readonly min: number | null;
  readonly max: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

const MAX_DEPTH = 8;

/** The members of an object schema, required ones first, else in the order of the schema. */
export function fieldsOf(schema: JsonObject): readonly Field[] {
  return membersOf(resolved(schema, schema), schema, [], 0);
}

/** A schema as the one field of a form. */
export function fieldOf(schema: JsonObject, name = ''): Field {
  return toField(schema, { root: schema, path: name === '' ? [] : [name], depth: 0, isRequired: true });
}

interface Place {
  root: JsonObject;
  path: readonly string[];
  depth: number;
  isRequired: boolean;
}

function membersOf(schema: JsonObject, root: JsonObject, path: readonly string[], depth: number): readonly Field[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = Object.entries(properties).flatMap(([name, member]) =>
    isObject(member)
      ? [toField(member, { root, path: [...path, name], depth: depth + 1, isRequired: required.includes(name) })]
      : [],
  );
  return [...fields.filter((field) => field.isRequired), ...fields.filter((field) => !field.isRequired)];
}

function toField(written: JsonObject, { root, path, depth, isRequired }: Place): Field {
  const { schema, isNullable } = withoutNull(resolved(written, root), root);
  const kind = depth > MAX_DEPTH ? 'json' : kindOf(schema);
  const items = isObject(schema.items) ? schema.items : null;
  return {
    name: path.at(-1) ?? '',
    path,
    kind,
    schema,
    isRequired,
    isNullable,
    defaultValue: written.default ?? schema.default,
    title: textOf(written.title) ?? textOf(schema.title),
    description: textOf(written.description) ?? textOf(schema.description),
    choices: choicesOf(schema),
    limits: limitsOf(schema),
    fields: kind === 'object' ? membersOf(schema, root, path, depth) : [],
    item:
      kind === 'list' && items !== null
        ? toField(items, { root, path: [...path, '*'], depth: depth + 1, isRequired: true })
        : null,
  };
}

function kindOf(schema: JsonObject): FieldKind {
  if (choicesOf(schema).length > 0) return 'choice';
  if (Array.isArray(schema.anyOf) || Array.isArray(schema.oneOf)) return kindOfAlternatives(schema);
  switch (schema.type) {
    case 'string':
      return schema.format === 'date' ? 'date' : schema.format === 'date-time' ? 'dateTime' : 'text';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return isObject(schema.items) ? 'list' : 'json';
    default:
      return isObject(schema.properties) ? 'object' : 'json';
  }
}

/** Several forms of one value: a date that may have a time is a date, texts are text; anything else is written as JSON. */
function kindOfAlternatives(schema: JsonObject): FieldKind {
  const alternatives = [schema.anyOf, schema.oneOf].filter(Array.isArray).flat().filter(isObject);
  if (!alternatives.every((one) => one.type === 'string')) return 'json';
  if (alternatives.some((one) => one.format === 'date')) return 'date';
  return alternatives.some((one) => one.format === 'date-time') ? 'dateTime' : 'text';
}

function choicesOf(schema: JsonObject): (string | number)[] {
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  const choices = values.filter((value) => typeof value === 'string' || typeof value === 'number');
  return choices.length === values.length ? choices : [];
}

function limitsOf(schema: JsonObject): FieldLimits {
  const isWhole = schema.type === 'integer';
  const exclusive = numberOf(schema.exclusiveMinimum);
  const min = numberOf(schema.minimum) ?? (exclusive !== null && isWhole ? exclusive + 1 : exclusive);
  return {
    isWhole,
    min: Number.MIN_SAFE_INTEGER === min ? null : min,
    // The end of what a number can tell apart is no limit that an author meets.
    max: Number.MAX_SAFE_INTEGER === schema.maximum ? null : numberOf(schema.maximum),
    minLength: numberOf(schema.minLength),
    maxLength: numberOf(schema.maxLength),
  };
}

function numberOf(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
