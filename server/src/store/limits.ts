import { appError } from '../kernel/errors.ts';
import { type Json, jsonSizeBytes } from '../kernel/json.ts';
import { assertStorableJson } from '../kernel/storable.ts';

export interface StoreLimits {
  /** UTF-8 bytes of a value's compact JSON (WORKFLOW_STORE_MAX_VALUE_BYTES); attributes of links share it. */
  maxValueBytes: number;
}

/** Errors: INVALID_INPUT below `at` for what JSON in the database cannot hold, STORE_VALUE_TOO_LARGE. */
export function assertStorableValue(value: unknown, at: string, limits: StoreLimits): asserts value is Json {
  // First what can be walked safely: measuring a value that is too deep would overflow the stack.
  assertStorableJson(value, at);
  const sizeBytes = jsonSizeBytes(value);
  if (sizeBytes > limits.maxValueBytes) {
    throw appError('STORE_VALUE_TOO_LARGE', { sizeBytes, maxBytes: limits.maxValueBytes });
  }
}
