import { isJsonObject, type Json, type JsonObject, jsonSizeBytes } from '../kernel/json.ts';

export const REDACTED = '[REDACTED]';
const REDACTED_SECRET = '[SECRET:REDACTED]';

/**
 * A copy for people: references to secrets and the places that the pointers name are masked. Never something to go on from.
 * `pointers` are JSON pointers into the value; '', '/' and '#' mask everything.
 */
export function redactedView(value: Json, pointers: readonly string[] = []): Json {
  if (pointers.some((pointer) => pointer === '' || pointer === '/' || pointer === '#')) return REDACTED;
  const view = maskSecrets(value);
  let masked = view;
  for (const pointer of pointers) masked = maskAt(masked, segmentsOf(pointer));
  return masked;
}

/** Too large a view gives way to a note about its size. `max` in bytes of compact JSON. */
export function cappedView(value: Json, max: number): { view: Json; sizeBytes: number } {
  const sizeBytes = jsonSizeBytes(value);
  return sizeBytes <= max ? { view: value, sizeBytes } : { view: { truncated: true, size: sizeBytes, max }, sizeBytes };
}

/** The pointers that a run's own data asks to mask. */
export function redactionPointers(meta: JsonObject): string[] {
  const { redactions } = meta;
  return Array.isArray(redactions) ? redactions.filter((pointer) => typeof pointer === 'string') : [];
}

/** Text that PostgreSQL's jsonb can hold: U+0000 and halves of surrogate pairs give way to U+FFFD. For views, never for state. */
export function viewJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.includes('\\u') ? text.replace(unstorableEscape, replaceEscape) : text;
}

// An escape counts only when an even number of backslashes stands before it.
const unstorableEscape = /(?<!\\)((?:\\\\)*)\\u(0000|d[89a-f][0-9a-f]{2})/gi;
function replaceEscape(_match: string, backslashes: string): string {
  return `${backslashes}\\ufffd`;
}

function maskSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]): [string, Json] => {
      if (key === '$secret') return [key, REDACTED_SECRET];
      return [key, key === 'secretRef' ? REDACTED : maskSecrets(member)];
    }),
  );
}

function maskAt(value: Json, [segment, ...rest]: string[]): Json {
  if (segment === undefined) return REDACTED;
  if (Array.isArray(value)) {
    const index = Number(segment);
    return value.map((item, position) => (position === index ? maskAt(item, rest) : item));
  }
  if (!isJsonObject(value) || !Object.hasOwn(value, segment)) return value;
  return { ...value, [segment]: maskAt(value[segment] ?? null, rest) };
}

function segmentsOf(pointer: string): string[] {
  const text = pointer.replace(/^#/, '');
  return (text.startsWith('/') ? text.slice(1) : text)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}
