/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const encoder = new TextEncoder();

/** Size of a value's compact JSON text in UTF-8 bytes: the measure of every size limit. */
export function jsonSizeBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value) ?? '').length;
}

/**
 * Canonical JSON: keys sorted by UTF-16 code unit at every depth, two-space indent, LF, trailing newline, undefined dropped,
 * arrays in order. Equal values give equal bytes on every machine and in every locale.
 */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 2)}\n`;
}

/** Canonical text without white space, for hashing and comparing. */
export function canonicalJsonCompact(value: unknown): string {
  return JSON.stringify(sortKeys(value)) ?? 'null';
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  // Object.create(null) keeps an own key named __proto__ as data.
  const sorted: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(value).sort()) sorted[key] = sortKeys((value as Record<string, unknown>)[key]);
  return sorted;
}

/** Why a JSON value cannot be kept: text that PostgreSQL refuses, or nesting that would overflow whoever walks it. */
export interface UnstorableJson {
  /** JSON pointer. */
  path: string;
  reason: 'nul_character' | 'lone_surrogate' | 'too_deep';
}

/** Deepest nesting of a value that is taken from outside. */
export const MAX_JSON_DEPTH = 200;

/** The first place of a value that cannot be kept, or null. Walks without recursion, so that a hostile value cannot overflow the stack. */
export function findUnstorableJson(value: unknown, maxDepth: number = MAX_JSON_DEPTH): UnstorableJson | null {
  const open: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: current, path, depth } = next;
    if (typeof current === 'string') {
      const reason = unstorableText(current);
      if (reason !== null) return { path, reason };
    }
    if (typeof current !== 'object' || current === null) continue;
    if (depth >= maxDepth) return { path, reason: 'too_deep' };
    for (const [key, child] of Object.entries(current)) {
      const childPath = `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      const reason = unstorableText(key);
      if (reason !== null) return { path, reason };
      open.push({ value: child, path: childPath, depth: depth + 1 });
    }
  }
  return null;
}

function unstorableText(text: string): UnstorableJson['reason'] | null {
  if (text.includes('\u0000')) return 'nul_character';
  return text.isWellFormed() ? null : 'lone_surrogate';
}
