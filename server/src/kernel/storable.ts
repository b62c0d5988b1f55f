import { z } from 'zod';

/** Deepest nesting of a value that comes from outside: far beyond real data, far below what a recursive walk or the database survives. */
export const MAX_JSON_DEPTH = 100;

export interface StorableProblem {
  /** JSON pointer of the value or member name at fault. */
  path: string;
  code: 'nul_character' | 'lone_surrogate' | 'too_deep';
}

/**
 * Finds what PostgreSQL cannot keep: a NUL character or half of a surrogate pair in any text or member name, and nesting deeper
 * than `MAX_JSON_DEPTH`. Walks without recursion, so that a hostile value cannot exhaust the stack. Null = storable.
 */
export function findUnstorable(value: unknown): StorableProblem | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { value: current, path, depth } = item;
    if (typeof current === 'string') {
      const code = textProblem(current);
      if (code !== null) return { path, code };
    } else if (typeof current === 'object' && current !== null) {
      if (depth >= MAX_JSON_DEPTH) return { path, code: 'too_deep' };
      for (const [name, member] of Object.entries(current)) {
        const code = textProblem(name);
        if (code !== null) return { path, code };
        open.push({ value: member, path: `${path}/${name}`, depth: depth + 1 });
      }
    }
  }
  return null;
}

/** A text of `min` to `max` UTF-16 units that PostgreSQL can keep as it is. */
export function storableText(min: number, max: number) {
  return z
    .string()
    .min(min)
    .max(max)
    .refine((text) => textProblem(text) === null, 'Contains a character that cannot be stored');
}

function textProblem(text: string): 'nul_character' | 'lone_surrogate' | null {
  if (text.includes('\u0000')) return 'nul_character';
  return text.isWellFormed() ? null : 'lone_surrogate';
}
