import { describe, expect, test } from 'vitest';
import { runSearch, runsSearch } from '../runs/search.ts';
import { safeTarget } from '../session/safe-target.ts';
import { parseSearch, stringifySearch } from './search.ts';

describe('addresses', () => {
  test('are readable and come back as they were', () => {
    const address = stringifySearch({ status: 'FAILED', q: 'mirror & more', span: undefined });
    expect(address).toBe('?status=FAILED&q=mirror+%26+more');
    expect(runsSearch(parseSearch(address))).toEqual({ status: 'FAILED', q: 'mirror & more' });
  });

  test('keep step paths readable', () => {
    const search = { tab: 'waits', step: 'root.steps[0].body.steps[1]', at: 'root.steps[0]#2' };
    expect(runSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  });

  test('with values that nobody knows lose them', () => {
    expect(runsSearch(parseSearch('?status=DANCING&workflow=a'))).toEqual({ workflow: 'a' });
  });
});

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', undefined])(
  'signing in never leads to %s',
  (to) => {
    expect(safeTarget(to)).toBe('/');
  },
);

test('signing in leads back to where it was asked for', () => {
  expect(safeTarget('/runs?status=FAILED')).toBe('/runs?status=FAILED');
});
