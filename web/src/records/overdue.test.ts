import { expect, test } from 'vitest';
import { isOverdue } from './overdue.ts';

const evening = new Date('2026-03-20T23:59:00');
const nextDay = new Date('2026-03-21T00:00:00');

test('a task is not late on the day it is due, and late on the next', () => {
  expect(isOverdue({ dueDate: '2026-03-20', status: 'open' }, evening)).toBe(false);
  expect(isOverdue({ dueDate: '2026-03-20', status: 'open' }, nextDay)).toBe(true);
});

test('a time of the day counts to the minute', () => {
  expect(isOverdue({ dueDate: '2026-03-20T10:00:00', status: 'open' }, evening)).toBe(true);
});

test('what is done, or has no date, is never late', () => {
  expect(isOverdue({ dueDate: '2020-01-01', status: 'done' }, evening)).toBe(false);
  expect(isOverdue({ dueDate: null, status: 'open' }, evening)).toBe(false);
});
