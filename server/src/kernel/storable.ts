import { appError, type InputIssue } from './errors.ts';
import type { Json } from './json.ts';

/** Deepest nesting of a value that comes from outside: far beyond real data, far below what a recursive walk or the database survives. */
export const MAX_JSON_DEPTH = 100;

const messages = {
  nul_character: 'Text may not hold U+0000',
  lone_surrogate: 'Text may not hold half of a surrogate pair',
  too_deep: 'Too many arrays and objects inside each other',
  number_not_finite: 'Numbers must be finite',
} as const;
type Problem = keyof typeof messages;

/**
 * Finds what PostgreSQL would refuse or change: U+0000 or half of a surrogate pair in any text or member name, a number without end,
 * nesting deeper than `MAX_JSON_DEPTH`. Walks without recursion, so that a hostile value cannot exhaust the stack. Null = storable.
 */
export function findUnstorable(value: unknown): InputIssue | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const { value: current, path, depth } = item;
    const problem = problemOf(current, depth);
    if (problem !== null) return issue(path, problem);
    if (typeof current !== 'object' || current === null) continue;
    for (const [name, member] of Object.entries(current)) {
      const nameProblem = textProblem(name);
      if (nameProblem !== null) return issue(path, nameProblem);
      open.push({ value: member, path: `${path}/${name}`, depth: depth + 1 });
    }
  }
  return null;
}

/** Errors: INVALID_INPUT that names the place, a JSON pointer that starts with `at` (`/value`). */
export function assertStorableJson(value: unknown, at: string): asserts value is Json {
  const found =
    value === undefined
      ? { path: '', code: 'value_missing', message: 'A value is needed, null included' }
      : findUnstorable(value);
  if (found === null) return;
  const path = `${at}${found.path}`;
  throw appError('INVALID_INPUT', { issues: [{ ...found, path }] }, `${path}: ${found.message}`);
}

function problemOf(value: unknown, depth: number): Problem | null {
  if (typeof value === 'string') return textProblem(value);
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'number_not_finite';
  return typeof value === 'object' && value !== null && depth >= MAX_JSON_DEPTH ? 'too_deep' : null;
}

function textProblem(text: string): Problem | null {
  if (text.includes('\u0000')) return 'nul_character';
  return text.isWellFormed() ? null : 'lone_surrogate';
}

function issue(path: string, code: Problem): InputIssue {
  return { path, code, message: messages[code] };
}
