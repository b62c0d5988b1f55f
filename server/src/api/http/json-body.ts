import { appError } from '../../kernel/errors.ts';

/** Deeper values would only serve to exhaust the stack of what walks them. */
const MAX_DEPTH = 200;

/** Text of a body that has to be a JSON value. Errors: INVALID_JSON saying what is wrong with it. */
export function parseJsonBody(text: string): unknown {
  assertDepth(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw appError('INVALID_JSON', { reason: error instanceof Error ? error.message : 'not JSON' });
  }
  assertStorable(text, value);
  return value;
}

/** The checks of parseJsonBody for text that somebody else parses. */
export function assertJsonBody(text: string): void {
  if (text !== '') parseJsonBody(text);
}

function assertDepth(text: string): void {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (isInString) {
      if (char === 0x5c) index += 1;
      else if (char === 0x22) isInString = false;
    } else if (char === 0x22) isInString = true;
    else if (char === 0x5b || char === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) throw appError('INVALID_JSON', { reason: `nested deeper than ${MAX_DEPTH} levels` });
    } else if (char === 0x5d || char === 0x7d) depth -= 1;
  }
}

/** PostgreSQL cannot keep U+0000 or half a surrogate pair in JSON; both can only come as escapes, which are rare. */
function assertStorable(text: string, value: unknown): void {
  if (/\\u(0000|d[89a-f])/i.test(text)) walkStrings(value, '');
}

function walkStrings(value: unknown, path: string): void {
  if (typeof value === 'string') assertStorableText(value, path);
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walkStrings(item, `${path}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      assertStorableText(key, path);
      walkStrings(item, `${path}/${key}`);
    }
  }
}

function assertStorableText(text: string, path: string): void {
  if (text.includes('\u0000') || !text.isWellFormed()) {
    throw appError('INVALID_JSON', { reason: `the text at ${path === '' ? '/' : path} has a character that cannot be stored` });
  }
}
