import { describe, expect, test } from 'vitest';
import { createIdSource, isUuid } from './ids.ts';

function sourceAt(times: number[]) {
  let index = 0;
  const clock = { now: () => new Date(times[Math.min(index++, times.length - 1)] ?? 0) };
  return createIdSource(clock, (bytes) => bytes.fill(0xff));
}

describe('UUIDv7', () => {
  test('carries the millisecond, the version and the variant', () => {
    const id = sourceAt([0x0190_1234_5678]).next();

    expect(id.slice(0, 13)).toBe('01901234-5678');
    expect(id[14]).toBe('7');
    expect(['8', '9', 'a', 'b']).toContain(id[19]);
    expect(isUuid(id)).toBe(true);
  });

  test('ids of one source are strictly increasing, within a millisecond and when the clock steps back', () => {
    const source = sourceAt([5000, 5000, 5000, 4000, 5001, ...Array<number>(5000).fill(5001)]);

    const ids = Array.from({ length: 5000 }, () => source.next());

    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test.each([
  ['0190f0a0-0000-7000-8000-000000000000', true],
  ['0190F0A0-0000-7000-8000-000000000000', true],
  ['00000000-0000-0000-0000-000000000000', false],
  ['provider-1', false],
  ['', false],
])('%s is a UUID: %s', (text, expected) => {
  expect(isUuid(text)).toBe(expected);
});
