import type { Roots } from './roots.ts';

/** The general evaluator has to decide. */
export const SLOW = Symbol('slow');

/**
 * Reads `a.b.c` without an evaluator: own members of objects. A list on the way, or data that carries the marks of
 * jsonata's functions, is the evaluator's business.
 */
export function readNames(names: readonly string[], roots: Roots): unknown {
  let at: unknown = roots;
  for (const name of names) {
    if (typeof at !== 'object' || at === null) return undefined;
    if (Array.isArray(at) || '_jsonata_function' in at || '_jsonata_lambda' in at) return SLOW;
    at = Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined;
  }
  return at;
}
