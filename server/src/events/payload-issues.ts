import type { z } from 'zod';
import type { InputIssue } from '../kernel/errors.ts';

/** Problems of a payload; `prefix` is the JSON pointer of the payload in what was sent. */
export function payloadIssues(error: z.ZodError, prefix = ''): InputIssue[] {
  return error.issues.map((issue) => ({
    path: prefix + issue.path.map((part) => `/${String(part)}`).join(''),
    code: issue.code ?? 'invalid',
    message: issue.message,
  }));
}
