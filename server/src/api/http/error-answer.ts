import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type AppError, appError, ErrorCodes, isAppError, toErrorBody } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import { errorOfProcedure } from '../error-formatter.ts';

/** Sends an error as the contract's body, with Retry-After where trying again later helps. */
export function sendError(reply: FastifyReply, error: AppError, requestId: string): FastifyReply {
  const retryAfter = retryAfterSeconds(error);
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter));
  return reply
    .code(ErrorCodes[error.code].http)
    .type('application/json; charset=utf-8')
    .send(toErrorBody(error, requestId));
}

/** Seconds after which the same request may work; null for errors that stay. */
export function retryAfterSeconds(error: AppError): number | null {
  const { http } = ErrorCodes[error.code];
  if (http !== 429 && http !== 503) return null;
  const details = error.details as { retryAfterSeconds?: unknown };
  return typeof details.retryAfterSeconds === 'number' ? details.retryAfterSeconds : 1;
}

/** One line per error: ours loud, the caller's quiet. */
export function logError(logger: Logger, error: AppError, requestId: string): void {
  const { kind } = ErrorCodes[error.code];
  const fields = { code: error.code, requestId };
  if (kind === 'unexpected') logger.error({ ...fields, error: error.cause ?? error }, 'A request failed unexpectedly');
  else if (kind === 'operational') logger.warn({ ...fields, error }, 'A request could not be served now');
  else logger.debug({ ...fields, details: error.details }, 'A request was refused');
}

/** What went wrong before or around a procedure: Fastify's own refusals, and anything that was thrown. */
export function errorOfRequest(thrown: unknown, request: FastifyRequest): AppError {
  if (isAppError(thrown)) return thrown;
  const { code, statusCode, message } = thrown as Partial<FastifyError>;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return bodyTooLarge(request);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return appError('INVALID_JSON', { reason: 'send the body with content-type: application/json' });
    case 'FST_ERR_BAD_URL':
      return appError('ROUTE_NOT_FOUND', { method: request.method, path: request.url });
    default:
  }
  if (typeof code === 'string' && code.startsWith('FST_') && typeof statusCode === 'number' && statusCode < 500) {
    return appError('INVALID_JSON', { reason: message ?? code });
  }
  return errorOfProcedure(thrown);
}

function bodyTooLarge(request: FastifyRequest): AppError {
  const maxBytes = request.routeOptions.bodyLimit;
  const told = Number(request.headers['content-length']);
  return appError('PAYLOAD_TOO_LARGE', { sizeBytes: Number.isFinite(told) ? told : maxBytes + 1, maxBytes });
}
