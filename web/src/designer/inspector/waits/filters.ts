import type { Json, JsonObject } from '@penstock/server/language';
import type { Field, FieldKind } from '../../../ui/schema-form/field-model.ts';

const FILTER_OPERATORS = [
  '=',
  '!=',
  'in',
  'not_in',
  'exists',
  'not_exists',
  '>',
  '>=',
  '<',
  '<=',
  'contains',
  'starts_with',
  'ends_with',
] as const;
export type FilterOperator = (typeof FILTER_OPERATORS)[number];

export type Scalar = string | number | boolean | null;

export interface EventFilter {
  readonly path: string;
  readonly op: FilterOperator;
  readonly value?: Scalar | readonly Scalar[];
}

type ValueForm = 'none' | 'one' | 'many';

export function valueFormOf(operator: FilterOperator): ValueForm {
  if (operator === 'exists' || operator === 'not_exists') return 'none';
  return operator === 'in' || operator === 'not_in' ? 'many' : 'one';
}

const TEXT_ONLY: readonly FilterOperator[] = ['contains', 'starts_with', 'ends_with'];
const ORDERED: readonly FilterOperator[] = ['>', '>=', '<', '<='];

/** Comparisons that make sense for a kind of field. */
export function operatorsFor(kind: FieldKind): readonly FilterOperator[] {
  const isText = kind === 'text' || kind === 'json';
  const hasOrder = kind === 'number' || kind === 'date' || kind === 'dateTime' || kind === 'json';
  return FILTER_OPERATORS.filter((operator) => {
    if (TEXT_ONLY.includes(operator)) return isText;
    if (ORDERED.includes(operator)) return hasOrder;
    return kind !== 'boolean' || (operator !== 'in' && operator !== 'not_in');
  });
}

/** The filter with another comparison: its value takes the form that this one needs, and nothing is lost that fits. */
export function withOperator(filter: EventFilter, op: FilterOperator, kind: FieldKind): EventFilter {
  const { value, ...rest } = filter;
  const before = value === undefined ? [] : Array.isArray(value) ? value : [value];
  switch (valueFormOf(op)) {
    case 'none':
      return { ...rest, op };
    case 'many':
      return { ...rest, op, value: before.filter((one: Scalar) => one !== '') };
    case 'one': {
      const first = before[0] ?? emptyScalar(kind);
      return { ...rest, op, value: TEXT_ONLY.includes(op) ? String(first ?? '') : first };
    }
  }
}

/** The filter on another field: a value of another kind would never match. */
export function withPath(filter: EventFilter, path: string, kind: FieldKind): EventFilter {
  const operators = operatorsFor(kind);
  const op = operators.includes(filter.op) ? filter.op : '=';
  const form = valueFormOf(op);
  if (form === 'none') return { path, op };
  return { path, op, value: form === 'many' ? [] : emptyScalar(kind) };
}

export function emptyScalar(kind: FieldKind): Scalar {
  return kind === 'number' ? 0 : kind === 'boolean' ? true : '';
}

/** What was typed, as a value of the field's kind. */
export function scalarOf(text: string, kind: FieldKind): Scalar {
  if (kind === 'boolean') return text === 'true';
  if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}

export function filtersIn(value: Json | undefined): readonly EventFilter[] {
  return Array.isArray(value) ? (value.filter(isFilter) as unknown as EventFilter[]) : [];
}

function isFilter(value: Json): boolean {
  return typeof value === 'object' && value !== null && typeof (value as JsonObject).path === 'string';
}

/** Values of a payload that a filter can compare, with the path to each. */
export function scalarLeaves(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    if (field.kind === 'object') return scalarLeaves(field.fields);
    return field.kind === 'list' || field.kind === 'json' ? [] : [field];
  });
}
