import type { JsonObject } from '../../kernel/json.ts';

/** Every problem that validation can name, and whether it stops a publication. Closed; texts are `validation.<CODE>`. */
export const ValidationCodes = {
  INVALID_WORKFLOW_DEFINITION: 'error',
  NON_SERIALIZABLE: 'error',
  DUPLICATE_STEP_ID: 'error',
  UNKNOWN_NODE_TYPE: 'error',
  /** Known, but this version of the product cannot run it yet. */
  NODE_TYPE_UNSUPPORTED: 'error',
  INVALID_CONFIG: 'error',
  INVALID_ACTION_CONFIG: 'error',
  UNKNOWN_ACTION: 'error',
  INVALID_EXPR: 'error',
  EMPTY_EXPRESSION: 'error',
  INVALID_SECRET_NAME: 'error',
  SECRET_NOT_FOUND: 'error',
  SECRET_NOT_ALLOWED: 'error',
  MISSING_REQUIRED_MAPPING: 'error',
  UNKNOWN_ACTION_INPUT: 'error',
  INVALID_ASSIGN_PATH: 'error',
  PAYLOAD_SCHEMA_REF_MISSING: 'error',
  UNKNOWN_PAYLOAD_SCHEMA_REF: 'error',
  PAYLOAD_SCHEMA_INFERENCE_UNSUPPORTED_TRIGGER: 'error',
  UNKNOWN_TRIGGER_EVENT: 'error',
  UNKNOWN_TRIGGER_SOURCE_SCHEMA_REF: 'error',
  TRIGGER_MAPPING_REQUIRED: 'error',
  TRIGGER_MAPPING_INVALID_ROOT: 'error',
  TRIGGER_MAPPING_MISSING_REQUIRED_FIELDS: 'error',
  TRIGGER_UNSUPPORTED: 'error',
  EVENT_WAIT_UNKNOWN_EVENT: 'warning',
  EVENT_WAIT_UNCORRELATABLE: 'error',
  CALL_TARGET_UNKNOWN: 'error',
  CALL_TARGET_VERSION_UNKNOWN: 'error',
  UNKNOWN_SPECIAL_KEY: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;

export type ValidationCode = keyof typeof ValidationCodes;

/** One problem of a definition. A value, not an exception: an author sees all of them at once. */
export interface ValidationIssue {
  severity: 'error' | 'warning';
  code: ValidationCode;
  /** `root.steps[2].then.steps[0]`, `trigger`, or `root` for the workflow itself. */
  stepPath: string;
  stepId: string | null;
  /** JSON pointer inside the step, the trigger or the workflow. */
  pointer: string;
  /** Values of the code's text. */
  params: JsonObject;
  /** What was probably meant. */
  suggestion: string | null;
}

/** Where a problem is. */
export interface IssuePlace {
  stepPath: string;
  stepId: string | null;
  pointer: string;
}

export function issueAt(
  place: IssuePlace,
  code: ValidationCode,
  params: JsonObject = {},
  suggestion: string | null = null,
): ValidationIssue {
  return { severity: ValidationCodes[code], code, ...place, params, suggestion };
}
