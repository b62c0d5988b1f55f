import { messageOf } from './error-messages.ts';
import { type ErrorCode, ErrorCodes, type ErrorDetails } from './error-table.ts';
import type { Json } from './json.ts';

export { type ErrorCode, ErrorCodes, type ErrorDetails, type ErrorKind, type InputIssue } from './error-table.ts';

/** The one error type of the product: a code of the table, its details, and a sentence for developers. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly details: ErrorDetails<C>;

  constructor(code: C, details: ErrorDetails<C>, message?: string, cause?: unknown) {
    super(message ?? messageOf(code, details), cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** `message` is for developers and logs; users see the translation of the code. */
export function appError<C extends ErrorCode>(
  code: C,
  details: ErrorDetails<C>,
  message?: string,
  cause?: unknown,
): AppError<C> {
  return new AppError(code, details, message, cause);
}

export function isAppError<C extends ErrorCode = ErrorCode>(value: unknown, code?: C): value is AppError<C> {
  return value instanceof AppError && (code === undefined || value.code === code);
}

/** Turns whatever was thrown into an AppError, once, at a boundary; the cause is kept. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AppError('INTERNAL_ERROR', {}, message, thrown);
}

/** The body of every refused request (contract: Error body everywhere). */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; details: Json; requestId: string };
}

export function toErrorBody(error: AppError, requestId: string): ErrorBody {
  // What went wrong inside is for the log, not for the caller.
  const message = ErrorCodes[error.code].kind === 'unexpected' ? 'An unexpected error happened.' : error.message;
  return { error: { code: error.code, message, details: error.details as Json, requestId } };
}
