import { z } from 'zod';
import { appError } from './errors.ts';
import { isUuid } from './ids.ts';

/** Lists take 1..200 rows a page, 100 when nothing is said. */
export const limitField = z.number().int().min(1).max(200).default(100);
export const cursorField = z.string().max(2048).optional();

export interface Page<T> {
  items: T[];
  /** Opaque; null on the last page. */
  nextCursor: string | null;
}

/** The sort key of the last row of a page: rows after it come next, whatever was written meanwhile. */
export type CursorKey = readonly (string | number | null)[];

export function encodeCursor(key: CursorKey): string {
  return base64UrlEncode(JSON.stringify(key));
}

/** Errors: CURSOR_INVALID when the text is not a cursor of `length` parts. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(base64UrlDecode(cursor));
    if (Array.isArray(key) && key.length === length && key.every(isCursorPart)) return key;
  } catch {
    // fall through: anything that is not ours is refused alike
  }
  throw appError('CURSOR_INVALID', { cursor });
}

/** Cursor of a list that is sorted by an instant and then by a uuid. Errors: CURSOR_INVALID. */
export function decodeInstantCursor(cursor: string): { at: string; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || !isInstant(at) || typeof id !== 'string' || !isUuid(id)) {
    throw appError('CURSOR_INVALID', { cursor });
  }
  return { at, id };
}

/** The text of a cursor of one text. Errors: CURSOR_INVALID. */
export function lastTextOf(cursor: string): string {
  const [text] = decodeCursor(cursor, 1);
  if (typeof text !== 'string' || text.includes('\u0000')) throw appError('CURSOR_INVALID', { cursor });
  return text;
}

/** The number of a cursor of one whole number; null without a cursor. Errors: CURSOR_INVALID. */
export function sequenceOf(cursor: string | undefined): number | null {
  if (cursor === undefined) return null;
  const [sequence] = decodeCursor(cursor, 1);
  if (!Number.isSafeInteger(sequence)) throw appError('CURSOR_INVALID', { cursor });
  return Number(sequence);
}

/** Makes a page of rows that were read with `limit + 1`. */
export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  keyOf: (row: Row) => CursorKey,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}

/** A whole number that an integer column can be compared with. */
export function isDatabaseInteger(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) <= 2_147_483_647;
}

/** As Date.toISOString writes it, nothing looser: the database reads other texts differently or not at all. */
export function isInstant(text: string): boolean {
  return text >= '0001' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isCursorPart(value: unknown): value is string | number | null {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function base64UrlEncode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function base64UrlDecode(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}
