import type { Json } from './json.ts';

/**
 * Who can do something about an error.
 * user: the caller can fix it (logged at info) · operational: passes by itself (warning) · unexpected: our bug (error).
 */
export type ErrorKind = 'user' | 'operational' | 'unexpected';

export interface ErrorSpec {
  kind: ErrorKind;
  http: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503;
  trpc: TrpcCode;
  retryable: boolean;
}

export type TrpcCode =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNPROCESSABLE_CONTENT'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE';

const badRequest = { kind: 'user', http: 400, trpc: 'BAD_REQUEST', retryable: false } as const;
const forbidden = { kind: 'user', http: 403, trpc: 'FORBIDDEN', retryable: false } as const;
const notFound = { kind: 'user', http: 404, trpc: 'NOT_FOUND', retryable: false } as const;
const conflict = { kind: 'user', http: 409, trpc: 'CONFLICT', retryable: false } as const;
const tooLarge = { kind: 'user', http: 413, trpc: 'PAYLOAD_TOO_LARGE', retryable: false } as const;
const unavailable = { kind: 'operational', http: 503, trpc: 'SERVICE_UNAVAILABLE', retryable: true } as const;
const unexpected = { kind: 'unexpected', http: 500, trpc: 'INTERNAL_SERVER_ERROR', retryable: false } as const;

/**
 * Every error that leaves the product. Closed: a code that is not here does not compile, and every code has its details type below,
 * a text in every locale (`errors.CODE`) and a line in docs/errors.md.
 */
export const ErrorCodes = {
  UNAUTHENTICATED: { kind: 'user', http: 401, trpc: 'UNAUTHORIZED', retryable: false },
  PERMISSION_DENIED: forbidden,
  ORIGIN_NOT_ALLOWED: forbidden,
  SETUP_TOKEN_INVALID: forbidden,
  SETUP_ALREADY_DONE: conflict,
  LAST_OWNER: conflict,
  NOT_FOUND: notFound,
  ROUTE_NOT_FOUND: notFound,
  INVALID_INPUT: badRequest,
  INVALID_JSON: badRequest,
  CURSOR_INVALID: badRequest,
  PAYLOAD_TOO_LARGE: tooLarge,
  RATE_LIMITED: { kind: 'user', http: 429, trpc: 'TOO_MANY_REQUESTS', retryable: true },

  // authoring
  DRAFT_STALE: conflict,
  WORKFLOW_KEY_TAKEN: conflict,
  WORKFLOW_KEY_FIXED: conflict,
  WORKFLOW_PAUSED: conflict,
  WORKFLOW_NOT_PUBLISHED: conflict,
  WORKFLOW_HAS_RUNS: conflict,
  INVALID_WORKFLOW_DEFINITION: badRequest,

  // bundles
  INVALID_BUNDLE: badRequest,
  UNSUPPORTED_FORMAT: badRequest,
  UNSUPPORTED_FORMAT_VERSION: badRequest,
  SCHEMA_VALIDATION_FAILED: badRequest,
  MISSING_DEPENDENCIES: badRequest,
  WORKFLOW_KEY_CONFLICT: conflict,

  // runs
  RUN_PAYLOAD_INVALID: badRequest,
  RUN_NOT_CANCELABLE: conflict,
  CONCURRENCY_LIMIT_REACHED: { kind: 'user', http: 429, trpc: 'TOO_MANY_REQUESTS', retryable: true },
  IDEMPOTENCY_KEY_REUSED: conflict,
  CALL_DEPTH_EXCEEDED: { kind: 'user', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: false },
  STATE_TOO_LARGE: tooLarge,

  // events
  EVENT_UNKNOWN: badRequest,
  EVENT_PAYLOAD_INVALID: badRequest,
  EVENT_ID_REUSED: conflict,
  CAUSATION_TOO_DEEP: { kind: 'user', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: false },

  // data store and links
  STORE_REVISION_CONFLICT: conflict,
  STORE_NOT_A_NUMBER: conflict,
  STORE_NUMBER_OUT_OF_RANGE: conflict,
  STORE_VALUE_TOO_LARGE: tooLarge,
  LINK_ENDPOINT_REQUIRED: badRequest,

  // language
  EXPRESSION_INVALID: badRequest,
  EXPRESSION_FAILED: { kind: 'user', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: false },
  EXPRESSION_YIELDED_NOTHING: { kind: 'user', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: false },
  EXPRESSION_BUDGET_EXCEEDED: { kind: 'user', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: false },
  ASSIGN_PATH_INVALID: badRequest,

  // records
  RECORD_ALREADY_EXISTS: conflict,
  RECORD_STALE: conflict,
  RECORD_IN_USE: conflict,

  // operational
  LEASE_LOST: { kind: 'operational', http: 409, trpc: 'CONFLICT', retryable: true },
  DATABASE_UNAVAILABLE: unavailable,
  UPSTREAM_UNAVAILABLE: unavailable,
  WAIT_TIMED_OUT: { kind: 'operational', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: true },
  CHILD_RUN_FAILED: { kind: 'user', http: 422, trpc: 'UNPROCESSABLE_CONTENT', retryable: false },

  // unexpected
  INTERNAL_ERROR: unexpected,
  INVARIANT_BROKEN: unexpected,
} as const satisfies Record<string, ErrorSpec>;

export type ErrorCode = keyof typeof ErrorCodes;

/** One problem of a value: `path` is a JSON pointer into the value that was given. */
export interface InputIssue {
  path: string;
  code: string;
  message: string;
}

interface ErrorDetailsTable {
  UNAUTHENTICATED: Record<string, never>;
  PERMISSION_DENIED: { permission: string };
  ORIGIN_NOT_ALLOWED: { origin: string };
  SETUP_TOKEN_INVALID: Record<string, never>;
  SETUP_ALREADY_DONE: Record<string, never>;
  LAST_OWNER: Record<string, never>;
  NOT_FOUND: { resource: string; id: string };
  ROUTE_NOT_FOUND: { method: string; path: string };
  INVALID_INPUT: { issues: InputIssue[] };
  INVALID_JSON: { reason: string };
  CURSOR_INVALID: { cursor: string };
  PAYLOAD_TOO_LARGE: { sizeBytes: number; maxBytes: number };
  RATE_LIMITED: { retryAfterSeconds: number };
  DRAFT_STALE: { expectedDraftVersion: number; draftVersion: number };
  WORKFLOW_KEY_TAKEN: { key: string };
  WORKFLOW_KEY_FIXED: { key: string };
  WORKFLOW_PAUSED: { workflowKey: string };
  WORKFLOW_NOT_PUBLISHED: { workflowKey: string };
  WORKFLOW_HAS_RUNS: { workflowKey: string; activeRuns: number };
  INVALID_WORKFLOW_DEFINITION: { issues: InputIssue[] };
  INVALID_BUNDLE: { reason: string };
  UNSUPPORTED_FORMAT: { format: string; supported: string };
  UNSUPPORTED_FORMAT_VERSION: { formatVersion: Json; supported: number };
  SCHEMA_VALIDATION_FAILED: { issues: InputIssue[] };
  MISSING_DEPENDENCIES: {
    missingByWorkflow: {
      key: string;
      missingActions: { actionId: string; version: number }[];
      missingNodeTypes: string[];
      missingSchemaRefs: string[];
    }[];
    missingActions: { actionId: string; version: number }[];
    missingNodeTypes: string[];
    missingSchemaRefs: string[];
  };
  WORKFLOW_KEY_CONFLICT: { keys: string[] };
  RUN_PAYLOAD_INVALID: { schemaRef: string; issues: InputIssue[]; runId: string };
  RUN_NOT_CANCELABLE: { runId: string; status: string };
  CONCURRENCY_LIMIT_REACHED: { workflowKey: string; limit: number; retryAfterSeconds: number };
  IDEMPOTENCY_KEY_REUSED: { actionId: string; idempotencyKey: string };
  CALL_DEPTH_EXCEEDED: { depth: number; maxDepth: number };
  STATE_TOO_LARGE: { sizeBytes: number; maxBytes: number };
  EVENT_UNKNOWN: { eventName: string; suggestion: string | null };
  EVENT_PAYLOAD_INVALID: { schemaRef: string; issues: InputIssue[]; eventId: string };
  EVENT_ID_REUSED: { eventId: string };
  CAUSATION_TOO_DEEP: { depth: number; maxDepth: number };
  STORE_REVISION_CONFLICT: { namespace: string; key: string; ifRevision: number; revision: number | null };
  STORE_NOT_A_NUMBER: { namespace: string; key: string; found: string };
  STORE_NUMBER_OUT_OF_RANGE: { namespace: string; key: string };
  STORE_VALUE_TOO_LARGE: { sizeBytes: number; maxBytes: number };
  LINK_ENDPOINT_REQUIRED: Record<string, never>;
  EXPRESSION_INVALID: { expression: string; position: number; reason: string; token?: string };
  EXPRESSION_FAILED: { expression: string; field: string; position: number; reason: string; token?: string };
  EXPRESSION_YIELDED_NOTHING: { expression: string; field: string };
  EXPRESSION_BUDGET_EXCEEDED: { expression: string; field: string; budget: string; limit: number };
  ASSIGN_PATH_INVALID: { path: string; reason: string };
  RECORD_ALREADY_EXISTS: { resource: string; id: string };
  RECORD_STALE: { resource: string; id: string };
  RECORD_IN_USE: { resource: string; id: string; usedBy: string };
  LEASE_LOST: { runId: string };
  DATABASE_UNAVAILABLE: { retryAfterSeconds: number };
  UPSTREAM_UNAVAILABLE: { upstream: string };
  WAIT_TIMED_OUT: { waitType: string };
  CHILD_RUN_FAILED: { childRunId: string; status: string; reason: string };
  INTERNAL_ERROR: Record<string, never>;
  INVARIANT_BROKEN: { invariant: string };
}

export type ErrorDetails<C extends ErrorCode> = ErrorDetailsTable[C];
