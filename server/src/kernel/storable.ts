import { appError } from './errors.ts';
import { findUnstorableJson, type Json, type UnstorableJson } from './json.ts';

const messages: Record<UnstorableJson['reason'], string> = {
  nul_character: 'Text may not hold U+0000',
  lone_surrogate: 'Text may not hold half of a surrogate pair',
  too_deep: 'Too many arrays and objects inside each other',
  number_not_finite: 'Numbers must be finite',
};

/** Errors: INVALID_INPUT that names the place, a JSON pointer that starts with `at` (`/value`). */
export function assertStorableJson(value: unknown, at: string): asserts value is Json {
  if (value === undefined) throw refusal(at, 'value_missing', 'A value is needed, null included');
  const found = findUnstorableJson(value);
  if (found !== null) throw refusal(`${at}${found.path}`, found.reason, messages[found.reason]);
}

function refusal(path: string, code: string, message: string) {
  return appError('INVALID_INPUT', { issues: [{ path, code, message }] }, `${path}: ${message}`);
}
