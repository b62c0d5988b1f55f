import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { mapDatabaseError } from '../db/database-errors.ts';
import { type AppError, appError, type InputIssue, isAppError, toAppError } from '../kernel/errors.ts';

/** The one AppError behind whatever a procedure threw; a schema's refusal becomes INVALID_INPUT with every issue named. */
export function errorOfProcedure(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  if (thrown instanceof z.ZodError)
    return appError('INVALID_INPUT', { issues: toInputIssues(thrown) }, summary(thrown));
  if (thrown instanceof TRPCError) {
    if (isAppError(thrown.cause)) return thrown.cause;
    if (thrown.cause instanceof z.ZodError) return errorOfProcedure(thrown.cause);
    if (thrown.code === 'NOT_FOUND') return appError('ROUTE_NOT_FOUND', { method: '', path: thrown.message });
    if (thrown.code === 'PARSE_ERROR' || thrown.code === 'BAD_REQUEST') {
      return appError('INVALID_JSON', { reason: thrown.message });
    }
    return errorOfFailure(thrown.cause ?? thrown);
  }
  return errorOfFailure(thrown);
}

/** A lost database is not our bug: the caller may try again. */
function errorOfFailure(thrown: unknown): AppError {
  return toAppError(mapDatabaseError(thrown));
}

/** JSON pointers into the value that was given; an unknown member is named, not only its parent. */
function toInputIssues(error: z.ZodError): InputIssue[] {
  return error.issues.flatMap((issue) => {
    const path = issue.path.map((part) => `/${String(part)}`).join('');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: `${path}/${key}`,
        code: 'unknown_field',
        message: `Unknown field ${key}`,
      }));
    }
    return [{ path, code: issue.code ?? 'invalid', message: issue.message }];
  });
}

function summary(error: z.ZodError): string {
  return toInputIssues(error)
    .map((issue) => `${issue.path === '' ? 'input' : issue.path}: ${issue.message}`)
    .join('; ');
}
