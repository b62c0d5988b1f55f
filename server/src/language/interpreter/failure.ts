import { type AppError, ErrorCodes, isAppError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { StepFailure } from '../nodes/node-type.ts';
import type { RunError, RunFailure, StepAddress } from './types.ts';

/**
 * What a workflow did wrong, as a failure of its step. What the engine did wrong is thrown on: it must not be caught by a workflow,
 * and nothing may be committed.
 */
export function failureOf(thrown: unknown): RunFailure {
  if (thrown instanceof StepFailure) {
    const { category, code, message, details } = thrown;
    return { category, code, message, details: details as Json, retryable: false };
  }
  if (!isAppError(thrown) || ErrorCodes[thrown.code].kind === 'unexpected') throw thrown;
  return {
    category: isExpressionError(thrown) ? 'ExpressionError' : 'ValidationError',
    code: thrown.code,
    message: thrown.message,
    details: thrown.details as Json,
    // The same input gives the same error.
    retryable: false,
  };
}

export function runErrorOf(failure: RunFailure, address: StepAddress, now: string): RunError {
  const { category, code, message, details } = failure;
  return { category, code, message, details, nodePath: address.path, stepId: address.stepId, at: now };
}

function isExpressionError(error: AppError): boolean {
  return error.code.startsWith('EXPRESSION_');
}
