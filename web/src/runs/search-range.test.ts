import { expect, test } from 'vitest';
import { runsSearch } from './search.ts';
import { rangeOf } from './search-range.ts';

const now = new Date('2026-03-20T12:00:00Z').getTime();

test('a span ends now', () => {
  expect(rangeOf({ span: 'day', from: undefined, to: undefined }, now)).toEqual({
    from: '2026-03-19T12:00:00.000Z',
    to: undefined,
  });
});

test('days are whole, and the last one is in it', () => {
  expect(rangeOf({ span: undefined, from: '2026-03-01', to: '2026-03-01' }, now)).toEqual({
    from: new Date('2026-03-01T00:00').toISOString(),
    to: new Date('2026-03-02T00:00').toISOString(),
  });
});

test('a day that is none is no filter', () => {
  expect(rangeOf({ span: undefined, from: '2026-02-99', to: undefined }, now).from).toBeUndefined();
  expect(runsSearch({ from: 'yesterday' }).from).toBeUndefined();
});
