import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAppError } from './errors.ts';
import { decodeCursor, encodeCursor, toPage } from './pagination.ts';

describe('cursors', () => {
  test('any key survives the round trip', () => {
    const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (key) => {
        expect(decodeCursor(encodeCursor(key), key.length)).toEqual(key);
      }),
    );
  });

  test.each(['', 'not a cursor', '%%%', encodeCursor(['one']), btoa('{"a":1}'), btoa('[[1],2]')])(
    'a foreign cursor (%s) is refused by name',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrowError(
        expect.toSatisfy((error: unknown) => isAppError(error, 'CURSOR_INVALID')),
      );
    },
  );
});

describe('pages', () => {
  const page = (rows: number[], limit: number) =>
    toPage(
      rows,
      limit,
      (row) => [row],
      (row) => row * 10,
    );

  test('one row more than the limit means there is a next page that begins after the last shown row', () => {
    const { items, nextCursor } = page([1, 2, 3], 2);

    expect(items).toEqual([10, 20]);
    expect(decodeCursor(nextCursor ?? '', 1)).toEqual([2]);
  });

  test('the last page has no cursor', () => {
    expect(page([1, 2], 2)).toEqual({ items: [10, 20], nextCursor: null });
    expect(page([], 2)).toEqual({ items: [], nextCursor: null });
  });
});
