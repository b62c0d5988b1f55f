import { TRPCClientError } from '@trpc/client';

/** What is wrong, as a code with details: the text is made where it is shown. */
export interface ApiError {
  code: string;
  details: Record<string, unknown>;
  requestId: string | null;
  /** For technical details only. */
  message: string;
}

export interface ApiIssue {
  path: string;
  code: string;
  message: string;
}

interface ErrorBody {
  code: string;
  message: string;
  details: unknown;
  requestId: string;
}

/** Anything that a call may end with; no answer at all is CONNECTION_LOST, an unreadable one UNREADABLE_ANSWER. */
export function apiErrorOf(thrown: unknown): ApiError {
  if (thrown instanceof ApiFailure) return thrown.error;
  if (thrown instanceof TRPCClientError) {
    const body: unknown = (thrown.data as { appError?: unknown } | null | undefined)?.appError;
    if (isErrorBody(body)) return fromBody(body);
    const code = thrown.data === null || thrown.data === undefined ? 'CONNECTION_LOST' : 'UNREADABLE_ANSWER';
    return { code, details: {}, requestId: null, message: thrown.message };
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'UNREADABLE_ANSWER', details: {}, requestId: null, message };
}

/** Thrown by calls that do not go through tRPC. */
export class ApiFailure extends Error {
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(error.message);
    this.error = error;
  }
}

/** Problems of single fields, where the error names them. */
export function issuesOf(error: ApiError): ApiIssue[] {
  const { issues } = error.details;
  return Array.isArray(issues) ? issues.filter(isIssue) : [];
}

export function fromBody(body: ErrorBody): ApiError {
  const details = typeof body.details === 'object' && body.details !== null ? body.details : {};
  return {
    code: body.code,
    details: details as Record<string, unknown>,
    requestId: body.requestId,
    message: body.message,
  };
}

export function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string';
}

function isIssue(value: unknown): value is ApiIssue {
  return typeof value === 'object' && value !== null && typeof (value as { code?: unknown }).code === 'string';
}
