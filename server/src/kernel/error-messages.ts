import type { ErrorCode, ErrorDetails, InputIssue } from './error-table.ts';

const ISSUES_SHOWN = 3;

/** What an error says to people who read answers and logs: one English sentence per code. The web has its own texts, by locale. */
const messages: { [C in ErrorCode]: (details: ErrorDetails<C>) => string } = {
  UNAUTHENTICATED: () => 'Sign in, or send a valid API key.',
  PERMISSION_DENIED: ({ permission }) => `This needs the permission ${permission}.`,
  ORIGIN_NOT_ALLOWED: ({ origin }) => `The request comes from ${origin}, which is not the address of this product.`,
  SETUP_TOKEN_INVALID: () => 'The token is not the one that the server printed when it started.',
  SETUP_ALREADY_DONE: () => 'The first owner is there already.',
  LAST_OWNER: () => 'A workspace keeps at least one owner.',
  NOT_FOUND: ({ resource, id }) => `There is no ${resource.replaceAll('_', ' ')} ${id}.`,
  ROUTE_NOT_FOUND: ({ method, path }) => `There is no ${method} ${path}.`,
  INVALID_INPUT: ({ issues }) => listed('Some values cannot be taken', issues),
  INVALID_JSON: ({ reason }) => `The body is not JSON: ${reason}`,
  CURSOR_INVALID: () => 'The cursor was not given out by this list.',
  PAYLOAD_TOO_LARGE: ({ sizeBytes, maxBytes }) => `${sizeBytes} bytes are too many; ${maxBytes} is the most.`,
  RATE_LIMITED: ({ retryAfterSeconds }) => `Too many in a short time. Try again in ${retryAfterSeconds} s.`,
  DRAFT_STALE: ({ expectedDraftVersion, draftVersion }) =>
    `Somebody else changed the draft: version ${expectedDraftVersion} was expected, ${draftVersion} is there.`,
  WORKFLOW_KEY_TAKEN: ({ key }) => `Another workflow has the key ${key}.`,
  WORKFLOW_KEY_FIXED: ({ key }) => `The key ${key} is fixed since the first publish.`,
  WORKFLOW_PAUSED: ({ workflowKey }) => `${workflowKey} is paused.`,
  WORKFLOW_NOT_PUBLISHED: ({ workflowKey }) => `${workflowKey} has no published version.`,
  WORKFLOW_HAS_RUNS: ({ workflowKey, activeRuns }) => `${workflowKey} still has runs under way: ${activeRuns}.`,
  INVALID_WORKFLOW_DEFINITION: ({ issues }) => listed('This is not a workflow definition', issues),
  INVALID_BUNDLE: ({ reason }) => `This is not a bundle: ${reason}`,
  UNSUPPORTED_FORMAT: ({ format, supported }) => `The format is "${format}"; a bundle has the format "${supported}".`,
  UNSUPPORTED_FORMAT_VERSION: ({ formatVersion, supported }) =>
    `Version ${JSON.stringify(formatVersion)} of the format is not known; version ${supported} is.`,
  SCHEMA_VALIDATION_FAILED: ({ issues }) => listed('The bundle does not follow its schema', issues),
  MISSING_DEPENDENCIES: ({ missingActions, missingNodeTypes, missingSchemaRefs }) => {
    const actions = missingActions.map(({ actionId, version }) => `${actionId}@${version}`);
    return `Not in this installation: ${[...actions, ...missingNodeTypes, ...missingSchemaRefs].join(', ')}.`;
  },
  WORKFLOW_KEY_CONFLICT: ({ keys }) => `Already here: ${keys.join(', ')}.`,
  RUN_PAYLOAD_INVALID: ({ schemaRef, issues }) => listed(`The payload does not fit ${schemaRef}`, issues),
  RUN_NOT_CANCELABLE: ({ status }) => `The run has ended already: ${status}.`,
  CONCURRENCY_LIMIT_REACHED: ({ workflowKey, limit, retryAfterSeconds }) =>
    `${workflowKey} has ${limit} runs under way, the most it may. Try again in ${retryAfterSeconds} s.`,
  IDEMPOTENCY_KEY_REUSED: ({ actionId, idempotencyKey }) =>
    `${actionId} was called before with the key ${idempotencyKey} and another input.`,
  CALL_DEPTH_EXCEEDED: ({ depth, maxDepth }) =>
    `Workflows call each other ${depth} levels deep; ${maxDepth} is the most.`,
  STATE_TOO_LARGE: ({ sizeBytes, maxBytes }) => `The run carries ${sizeBytes} bytes; ${maxBytes} is the most.`,
  EVENT_UNKNOWN: ({ eventName, suggestion }) =>
    `There is no event ${eventName}.${suggestion === null ? '' : ` Is ${suggestion} meant?`}`,
  EVENT_PAYLOAD_INVALID: ({ schemaRef, issues }) => listed(`The payload does not fit ${schemaRef}`, issues),
  EVENT_ID_REUSED: ({ eventId }) => `The event id ${eventId} was sent before with another payload.`,
  CAUSATION_TOO_DEEP: ({ depth, maxDepth }) => `Events have caused each other ${depth} times; ${maxDepth} is the most.`,
  STORE_REVISION_CONFLICT: ({ namespace, key, ifRevision, revision }) =>
    `${namespace}/${key}: revision ${ifRevision} was expected, ${revision === null ? 'nothing' : revision} is there.`,
  STORE_NOT_A_NUMBER: ({ namespace, key, found }) => `${namespace}/${key} holds a ${found}, not a number.`,
  STORE_NUMBER_OUT_OF_RANGE: ({ namespace, key }) =>
    `The number in ${namespace}/${key} would be too large to be exact.`,
  STORE_VALUE_TOO_LARGE: ({ sizeBytes, maxBytes }) => `The value has ${sizeBytes} bytes; ${maxBytes} is the most.`,
  LINK_ENDPOINT_REQUIRED: () => 'Deleting links needs a from record or a to record.',
  EXPRESSION_INVALID: ({ expression, reason }) => `${expression}: ${reason}`,
  EXPRESSION_FAILED: ({ expression, reason }) => `${expression}: ${reason}`,
  EXPRESSION_YIELDED_NOTHING: ({ expression }) => `${expression} gave nothing, and a value is needed.`,
  EXPRESSION_BUDGET_EXCEEDED: ({ expression, budget, limit }) =>
    `${expression} does too much: ${budget}, at most ${limit}.`,
  ASSIGN_PATH_INVALID: ({ path, reason }) => `${path} cannot be assigned: ${reason}`,
  RECORD_ALREADY_EXISTS: ({ resource, id }) => `There is a ${resource.replaceAll('_', ' ')} ${id} already.`,
  RECORD_STALE: ({ resource, id }) => `Somebody else changed the ${resource.replaceAll('_', ' ')} ${id} meanwhile.`,
  RECORD_IN_USE: ({ resource, id, usedBy }) =>
    `The ${resource.replaceAll('_', ' ')} ${id} is used by a ${usedBy.replaceAll('_', ' ')}.`,
  LEASE_LOST: () => 'Another worker took the run over.',
  DATABASE_UNAVAILABLE: ({ retryAfterSeconds }) => `The database does not answer. Try again in ${retryAfterSeconds} s.`,
  UPSTREAM_UNAVAILABLE: ({ upstream }) => `${upstream} does not answer.`,
  WAIT_TIMED_OUT: ({ waitType }) => `The wait (${waitType}) ran out of time.`,
  CHILD_RUN_FAILED: ({ childRunId, status, reason }) => `The run ${childRunId} ended ${status}: ${reason}`,
  INTERNAL_ERROR: () => 'Something went wrong inside.',
  INVARIANT_BROKEN: ({ invariant }) => `Something that must always hold does not: ${invariant}`,
};

export function messageOf<C extends ErrorCode>(code: C, details: ErrorDetails<C>): string {
  return messages[code](details);
}

function listed(sentence: string, issues: readonly InputIssue[]): string {
  const shown = issues.slice(0, ISSUES_SHOWN).map(({ path, message }) => `${path === '' ? 'it' : path}: ${message}`);
  const left = issues.length - shown.length;
  return `${[`${sentence}.`, ...shown].join(' ')}${left > 0 ? ` (and ${left} more)` : ''}`;
}
