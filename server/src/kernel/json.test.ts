import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalJsonCompact, jsonSizeBytes } from './json.ts';

describe('canonical JSON', () => {
  test('keys are sorted by code unit at every depth, arrays keep their order, undefined is dropped', () => {
    const text = canonicalJson({ b: [{ z: 1, a: 2 }, 3], a: undefined, B: 'x', ä: 0 });

    expect(text).toBe(
      '{\n  "B": "x",\n  "b": [\n    {\n      "a": 2,\n      "z": 1\n    },\n    3\n  ],\n  "ä": 0\n}\n',
    );
  });

  test('the order of keys never changes the bytes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  test('reading it back and writing it again gives the same bytes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(JSON.parse(once))).toBe(once);
        expect(JSON.parse(canonicalJsonCompact(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('an own key named __proto__ stays data', () => {
    const value = JSON.parse('{"__proto__": {"polluted": true}, "a": 1}');

    expect(canonicalJsonCompact(value)).toBe('{"__proto__":{"polluted":true},"a":1}');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

test('size is counted in UTF-8 bytes of the compact text', () => {
  expect(jsonSizeBytes('ä')).toBe(4);
  expect(jsonSizeBytes({ a: '😀' })).toBe(12);
  expect(jsonSizeBytes(undefined)).toBe(0);
});
