import { appError } from '../../kernel/errors.ts';

const ROOTS: ReadonlySet<string> = new Set(['payload', 'vars', 'meta', 'error']);
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Segments of an assignment path, its root first: `vars.task.id` gives `['vars', 'task', 'id']`, `/a/b` (a pointer into the payload)
 * gives `['payload', 'a', 'b']`. Errors: ASSIGN_PATH_INVALID.
 */
export function parseAssignPath(text: string): string[] {
  const segments = text.startsWith('/') ? ['payload', ...pointerSegments(text)] : text.split('.');
  const [root = '', ...rest] = segments;
  if (!ROOTS.has(root)) throw invalid(text, 'it begins with payload., vars., meta., error. or /');
  if (rest.length === 0) throw invalid(text, `it names a member of ${root}`);
  return checked(text, segments);
}

/** As an assignment path; a name without a root is a member of `vars`. Errors: ASSIGN_PATH_INVALID. */
export function parseSaveAs(text: string): string[] {
  if (text.startsWith('/')) return parseAssignPath(text);
  const segments = text.split('.');
  if (ROOTS.has(segments[0] ?? '') && segments.length > 1) return parseAssignPath(text);
  return checked(text, ['vars', ...segments]);
}

function pointerSegments(text: string): string[] {
  return text
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function checked(text: string, segments: string[]): string[] {
  for (const segment of segments) {
    if (segment === '') throw invalid(text, 'a part of it is empty');
    if (FORBIDDEN.has(segment)) throw invalid(text, `${segment} cannot be written`);
  }
  return segments;
}

function invalid(path: string, reason: string) {
  return appError('ASSIGN_PATH_INVALID', { path, reason });
}
