import { type Schema, Validator } from '@cfworker/json-schema';
import type { InputIssue } from '../kernel/errors.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import { findUnstorable } from '../kernel/storable.ts';

const MAX_CACHED = 500;
const validators = new Map<string, Validator>();

/** What keeps a payload from fitting the contract frozen at publish; also what the database could not keep. Empty = it fits. */
export function payloadIssues(schema: JsonObject | null, payload: Json): InputIssue[] {
  const unstorable = findUnstorable(payload);
  if (unstorable !== null) {
    return [{ path: unstorable.path, code: unstorable.code, message: 'The value cannot be stored exactly' }];
  }
  if (schema === null) return [];
  const { valid, errors } = validatorOf(schema).validate(payload);
  if (valid) return [];
  // The outermost errors only repeat that something below them is wrong.
  const specific = errors.filter((error) => !structuralKeywords.has(error.keyword));
  return (specific.length > 0 ? specific : errors).map((error) => ({
    path: error.instanceLocation.replace(/^#/, ''),
    code: error.keyword,
    message: error.error,
  }));
}

const structuralKeywords = new Set(['properties', 'items', 'allOf', 'anyOf', '$ref', 'additionalProperties']);

function validatorOf(schema: JsonObject): Validator {
  const text = JSON.stringify(schema);
  const known = validators.get(text);
  if (known !== undefined) return known;
  const validator = new Validator(schema as Schema, '2020-12', false);
  const oldest = validators.keys().next();
  if (validators.size >= MAX_CACHED && !oldest.done) validators.delete(oldest.value);
  validators.set(text, validator);
  return validator;
}
