import type { InputIssue } from '../../kernel/errors.ts';

/** Deeper than any definition within the limits; keeps recursive readers off the end of the stack. */
const MAX_NESTING = 200;

interface Visit {
  value: unknown;
  path: string;
  depth: number;
  /** Set when the visit means "all inside is done". */
  leave?: object;
}

/** First place that JSON cannot carry: functions, undefined, numbers that are not finite, cycles, other classes' instances. */
export function findUnserializable(root: unknown): InputIssue | null {
  const open = new Set<object>();
  const stack: Visit[] = [{ value: root, path: '', depth: 0 }];
  for (let visit = stack.pop(); visit !== undefined; visit = stack.pop()) {
    if (visit.leave !== undefined) {
      open.delete(visit.leave);
      continue;
    }
    const { value, path, depth } = visit;
    if (typeof value !== 'object' || value === null) {
      const code = scalarProblem(value);
      if (code !== null) return { path, code, message: 'JSON cannot carry this value' };
      continue;
    }
    if (open.has(value)) return { path, code: 'cycle', message: 'The value holds itself' };
    if (depth > MAX_NESTING) return { path, code: 'too_deep', message: 'Too many lists and objects inside each other' };
    if (!isPlain(value)) return { path, code: 'not_plain', message: 'Only plain objects and lists are JSON' };
    open.add(value);
    stack.push({ value: null, path, depth, leave: value });
    for (const [key, member] of Object.entries(value)) {
      stack.push({ value: member, path: `${path}/${escapePointer(key)}`, depth: depth + 1 });
    }
  }
  return null;
}

function scalarProblem(value: unknown): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'number_not_finite';
  return typeof value;
}

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  // Objects of another realm (a test runner's, a frame's) have another Object.prototype, whose own prototype is null.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** One member name as a segment of a JSON pointer. */
export function escapePointer(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
