import type { JsonObject } from '../kernel/json.ts';
import type { ValidationCode } from '../language/validation/issue.ts';

/** What import put right or let pass. Texts are `errors.importWarnings.<code>`, those of validation `errors.validation.<code>`. */
export const ImportWarningCodes = [
  /** A control step is listed among the node types; it is part of the language. */
  'CONTROL_NODE_TYPE_LISTED',
  /** A definition needs more than the bundle says it does. */
  'DEPENDENCY_NOT_DECLARED',
  /** The version came without payloadSchemaJson; it was taken from the payload schema that the definition names. */
  'PAYLOAD_SCHEMA_DERIVED',
  /** Neither pinned nor inferred: taken as pinned. */
  'PAYLOAD_SCHEMA_MODE_UNKNOWN',
  /** The settings name another trigger than the live version; the version's is the one that counts. */
  'TRIGGER_DIFFERS',
  /** A call of the zero id in a bundle of two was taken to mean the other workflow. */
  'CALL_TARGET_ASSUMED',
  /** More than two decimals were rounded. */
  'THRESHOLD_ROUNDED',
  /** A version that is not in the bundle stays, because runs used it. */
  'VERSION_KEPT',
  /** The draft was taken as it is, and cannot be published before its problems are cured. */
  'DRAFT_NOT_PUBLISHABLE',
] as const;
export type ImportWarningCode = (typeof ImportWarningCodes)[number];

export interface ImportWarning {
  key: string;
  code: ImportWarningCode | ValidationCode;
  /** JSON pointer into the bundle. */
  path: string;
  params: JsonObject;
}
