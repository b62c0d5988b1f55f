import type { z } from 'zod';
import type { InputIssue } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import { escapePointer } from './serializable.ts';

type Issue = z.core.$ZodIssue;

/** Issues of a definition as JSON pointers; a step's issues are those of the kind of step that its type names. */
export function inputIssues(error: z.ZodError, value: unknown): InputIssue[] {
  return error.issues.flatMap((issue) => flatten(issue, value, []));
}

function flatten(issue: Issue, value: unknown, prefix: readonly PropertyKey[]): InputIssue[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = valueAt(value, path);
    const branch =
      isJsonObject(meant) && String(meant.type).startsWith('control.') ? issue.errors[0] : issue.errors.at(-1);
    return (branch ?? []).flatMap((inner) => flatten(inner, value, path));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pointer([...path, key]),
      code: 'unrecognized_keys',
      message: issue.message,
    }));
  }
  return [{ path: pointer(path), code: issue.code, message: issue.message }];
}

export function pointer(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${escapePointer(String(segment))}`).join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}
