import { isJsonObject, type Json, jsonSizeBytes } from '../../kernel/json.ts';
import { assertWithin } from './limits.ts';

/** Thrown where a result cannot be data: a function, a number that is not finite. */
export class NotData extends Error {}

/**
 * A copy of a result as plain JSON: no flags of sequences, no members named `__proto__`, nothing shared with what was evaluated.
 * undefined stays undefined at the top and disappears inside.
 * Errors: NotData; BudgetStop where it is too large or too deep.
 */
export function toPlainJson(value: unknown): Json | undefined {
  const scalar = scalarOf(value);
  if (scalar !== notScalar) {
    if (typeof scalar === 'string' && scalar.length > SMALL_TEXT) assertWithin('resultBytes', jsonSizeBytes(scalar));
    return scalar;
  }
  const plain = copy(value, 0);
  assertWithin('resultBytes', jsonSizeBytes(plain));
  return plain;
}

/** Even six bytes for each character and the quotes stay within the limit. */
const SMALL_TEXT = 40_000;
const notScalar = Symbol('not a scalar');

function scalarOf(value: unknown): Json | undefined | typeof notScalar {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw new NotData();
      // JSON has no negative zero.
      return value === 0 ? 0 : value;
    case 'object':
      return value === null ? null : notScalar;
    default:
      throw new NotData();
  }
}

function copy(value: unknown, depth: number): Json | undefined {
  const scalar = scalarOf(value);
  if (scalar !== notScalar) return scalar;
  assertWithin('resultDepth', depth);
  if (Array.isArray(value)) {
    assertWithin('resultBytes', value.length);
    const members: Json[] = [];
    for (const member of value) {
      const plain = copy(member, depth + 1);
      if (plain !== undefined) members.push(plain);
    }
    return members;
  }
  if (!isJsonObject(value) || isFunctionValue(value)) throw new NotData();
  const members: { [key: string]: Json } = {};
  for (const key of Object.keys(value)) {
    if (key === '__proto__') continue;
    const plain = copy(value[key], depth + 1);
    if (plain !== undefined) members[key] = plain;
  }
  return members;
}

/** jsonata's own functions and lambdas are objects with live parts; data that only pretends to be one is data. */
function isFunctionValue(value: object): boolean {
  const { implementation, environment } = value as { implementation?: unknown; environment?: { bind?: unknown } };
  return typeof implementation === 'function' || typeof environment?.bind === 'function';
}
