import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

test.each([
  { written: 'sett', known: ['set', 'get'], meant: 'set' },
  { written: 'abc', known: ['xyz'], meant: null },
  { written: 'ab', known: ['cd'], meant: null },
  { written: 'TASK_CREATD', known: ['TASK_CREATED', 'TASK_CREATED_LATE'], meant: 'TASK_CREATED' },
  { written: 'store.sett', known: ['store.set', 'store.get'], meant: 'store.set' },
])('$written was meant as $meant', ({ written, known, meant }) => {
  expect(suggest(written, known)).toBe(meant);
});
