import { type AppError, type ErrorCode, ErrorCodes, toAppError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { RunErrorCategory, RunFailure } from '../../language/interpreter/types.ts';

/** What no retry can cure: the same input meets the same refusal. */
const finalCodes = new Set<ErrorCode>(['IDEMPOTENCY_KEY_REUSED', 'CALL_DEPTH_EXCEEDED']);

/** What an action threw, as the interpreter takes it. A user's mistake in form or rights is never tried again. */
export function toRunFailure(thrown: unknown, category?: RunErrorCategory): RunFailure {
  const error = toAppError(thrown);
  const retryAfterMs = retryAfterOf(error);
  return {
    category: category ?? categoryOf(error),
    code: error.code,
    message: error.message,
    details: JSON.parse(JSON.stringify(error.details)) as Json,
    retryable: mayTryAgain(error.code),
    ...(retryAfterMs !== null && { retryAfterMs }),
  };
}

function categoryOf(error: AppError): RunErrorCategory {
  if (error.code === 'INVALID_INPUT') return 'ValidationError';
  if (error.code === 'WAIT_TIMED_OUT') return 'TimeoutError';
  return ErrorCodes[error.code].kind === 'operational' ? 'TransientError' : 'ActionError';
}

function mayTryAgain(code: ErrorCode): boolean {
  const { http, retryable } = ErrorCodes[code];
  if (retryable) return true;
  return !finalCodes.has(code) && http !== 400 && http !== 401 && http !== 403 && http !== 413;
}

function retryAfterOf(error: AppError): number | null {
  const { details } = error;
  if (!('retryAfterSeconds' in details) || typeof details.retryAfterSeconds !== 'number') return null;
  return details.retryAfterSeconds * 1000;
}
