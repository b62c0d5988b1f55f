import { appError } from '../../kernel/errors.ts';
import { assertStorableJson } from '../../kernel/storable.ts';

/**
 * Text of a body that has to be a JSON value. Errors: INVALID_JSON saying what is wrong with it; INVALID_INPUT naming the place of what no
 * database could keep (U+0000, half a surrogate pair, endless depth).
 */
export function parseJsonBody(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw appError('INVALID_JSON', { reason: error instanceof Error ? error.message : 'not JSON' });
  }
  assertStorableJson(value, '');
  return value;
}

/** The checks of parseJsonBody for text that somebody else parses. */
export function assertJsonBody(text: string): void {
  if (text !== '') parseJsonBody(text);
}
