import { isJsonObject, type Json } from '../../kernel/json.ts';
import type { EventFilter } from '../../language/interpreter/types.ts';

type Scalar = string | number | boolean | null;

/** Do all clauses pass? Only scalar fields take part: a missing or composed field fails every operator but `not_exists`. */
export function passesFilters(filters: readonly EventFilter[], payload: Json): boolean {
  return filters.every((filter) => passes(filter, valueAt(payload, filter.path)));
}

function passes({ op, value }: EventFilter, found: Scalar | undefined): boolean {
  if (op === 'not_exists') return found === undefined;
  if (found === undefined) return false;
  const test = tests[op];
  return test?.(found, value) ?? false;
}

const tests: Record<string, (found: Scalar, value: Json | undefined) => boolean> = {
  exists: () => true,
  '=': (found, value) => found === value,
  '!=': (found, value) => found !== value,
  in: (found, value) => Array.isArray(value) && value.includes(found),
  not_in: (found, value) => Array.isArray(value) && !value.includes(found),
  '>': (found, value) => compare(found, value, (order) => order > 0),
  '>=': (found, value) => compare(found, value, (order) => order >= 0),
  '<': (found, value) => compare(found, value, (order) => order < 0),
  '<=': (found, value) => compare(found, value, (order) => order <= 0),
  contains: (found, value) => bothText(found, value, (text, part) => text.includes(part)),
  starts_with: (found, value) => bothText(found, value, (text, part) => text.startsWith(part)),
  ends_with: (found, value) => bothText(found, value, (text, part) => text.endsWith(part)),
};

/** Texts compare by code unit, so that ISO 8601 instants compare as instants; different types never compare. */
function compare(found: Scalar, value: Json | undefined, accepts: (order: number) => boolean): boolean {
  if (typeof found === 'number' && typeof value === 'number') return accepts(found - value);
  if (typeof found === 'string' && typeof value === 'string')
    return accepts(found < value ? -1 : found > value ? 1 : 0);
  return false;
}

function bothText(found: Scalar, value: Json | undefined, test: (text: string, part: string) => boolean): boolean {
  return typeof found === 'string' && typeof value === 'string' && test(found, value);
}

/** `a.b.c`, with or without a leading `payload.`; undefined where nothing scalar is. */
function valueAt(payload: Json, path: string): Scalar | undefined {
  const direct = walk(payload, path.split('.'));
  return direct === undefined && path.startsWith('payload.') ? walk(payload, path.split('.').slice(1)) : direct;
}

function walk(payload: Json, segments: string[]): Scalar | undefined {
  let current: Json | undefined = payload;
  for (const segment of segments) {
    if (!isJsonObject(current) || !Object.hasOwn(current, segment)) return undefined;
    current = current[segment];
  }
  return current === undefined || (typeof current === 'object' && current !== null) ? undefined : current;
}
