import { z } from 'zod';
import { appError } from './errors.ts';
import type { Json } from './json.ts';

/** Deepest nesting of a value that comes from outside: far beyond real data, far below what a recursive walk or the database survives. */
export const MAX_JSON_DEPTH = 200;

export interface StorableProblem {
  /** JSON pointer of the value or member name at fault. */
  path: string;
  code: 'nul_character' | 'lone_surrogate' | 'too_deep' | 'number_not_finite';
}

/**
 * Finds what PostgreSQL cannot keep: a NUL character or half of a surrogate pair in any text or member name, nesting deeper
 * than `MAX_JSON_DEPTH`, and numbers that JSON writes as null. Walks without recursion, so that a hostile value cannot exhaust the stack. Null = storable.
 */
export function findUnstorable(value: unknown): StorableProblem | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { value: current, path, depth } = item;
    if (typeof current === 'string') {
      const code = textProblem(current);
      if (code !== null) return { path, code };
    } else if (typeof current === 'number') {
      if (!Number.isFinite(current)) return { path, code: 'number_not_finite' };
    } else if (typeof current === 'object' && current !== null) {
      if (depth >= MAX_JSON_DEPTH) return { path, code: 'too_deep' };
      for (const [name, member] of Object.entries(current)) {
        const code = textProblem(name);
        if (code !== null) return { path, code };
        const memberPath = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        open.push({ value: member, path: memberPath, depth: depth + 1 });
      }
    }
  }
  return null;
}

const messages: Record<StorableProblem['code'], string> = {
  nul_character: 'Text may not hold U+0000',
  lone_surrogate: 'Text may not hold half of a surrogate pair',
  too_deep: `At most ${MAX_JSON_DEPTH} arrays and objects inside each other`,
  number_not_finite: 'Numbers must be finite',
};

/** Errors: INVALID_INPUT that names the place, a JSON pointer that starts with `at` (`/value`). */
export function assertStorableJson(value: unknown, at: string): asserts value is Json {
  if (value === undefined) throw refusal(at, 'value_missing', 'A value is needed, null included');
  const problem = findUnstorable(value);
  if (problem !== null) throw refusal(`${at}${problem.path}`, problem.code, messages[problem.code]);
}

function refusal(path: string, code: string, message: string) {
  return appError('INVALID_INPUT', { issues: [{ path, code, message }] }, `${path}: ${message}`);
}

/** A text of `min` to `max` UTF-16 units that PostgreSQL can keep as it is. */
export function storableText(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((text) => textProblem(text) === null, 'Contains a character that cannot be stored');
}

/** A name that people read: as `storableText`, and more than blanks. */
export function visibleText(max: number) {
  return storableText(1, max).refine((text) => text.trim() !== '', 'Needs more than blanks');
}

function textProblem(text: string): 'nul_character' | 'lone_surrogate' | null {
  if (text.includes('\u0000')) return 'nul_character';
  return text.isWellFormed() ? null : 'lone_surrogate';
}
