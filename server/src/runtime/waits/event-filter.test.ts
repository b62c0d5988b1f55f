import { expect, test } from 'vitest';
import type { Json } from '../../kernel/json.ts';
import { passesFilters } from './event-filter.ts';

const payload: Json = {
  status: 'done',
  count: 3,
  at: '2026-01-02T00:00:00Z',
  task: { title: 'Fix roof' },
  tags: ['a'],
  gone: null,
};

test.each([
  { name: 'equal text', path: 'status', op: '=', value: 'done', passes: true },
  { name: 'equality is exact about case', path: 'status', op: '=', value: 'Done', passes: false },
  { name: 'equality is exact about type', path: 'count', op: '=', value: '3', passes: false },
  { name: 'another value', path: 'status', op: '!=', value: 'open', passes: true },
  { name: 'a missing field is not unequal either', path: 'nothing', op: '!=', value: 'open', passes: false },
  { name: 'one of a list', path: 'status', op: 'in', value: ['open', 'done'], passes: true },
  { name: 'none of a list', path: 'status', op: 'not_in', value: ['open'], passes: true },
  { name: 'a field that is there', path: 'gone', op: 'exists', passes: true },
  { name: 'a field that is not there', path: 'nothing', op: 'not_exists', passes: true },
  { name: 'a list does not take part', path: 'tags', op: 'exists', passes: false },
  { name: 'numbers compare as numbers', path: 'count', op: '>', value: 2, passes: true },
  { name: 'instants compare as text', path: 'at', op: '<', value: '2026-02-01T00:00:00Z', passes: true },
  { name: 'a number never compares with a text', path: 'count', op: '>=', value: '1', passes: false },
  { name: 'part of a nested text', path: 'task.title', op: 'contains', value: 'roof', passes: true },
  { name: 'beginning of a text', path: 'task.title', op: 'starts_with', value: 'Fix', passes: true },
  { name: 'end of a text', path: 'task.title', op: 'ends_with', value: 'Fix', passes: false },
  { name: 'a path may name its root', path: 'payload.status', op: '=', value: 'done', passes: true },
  { name: 'inherited members are not fields', path: 'constructor', op: 'exists', passes: false },
  { name: 'an operator nobody knows never passes', path: 'status', op: 'like', value: 'done', passes: false },
])('an event filter: $name', ({ path, op, value, passes }) => {
  const filter = value === undefined ? { path, op } : { path, op, value };

  expect(passesFilters([filter], payload)).toBe(passes);
});

test('all clauses of a filter have to pass', () => {
  const filters = [
    { path: 'status', op: '=', value: 'done' },
    { path: 'count', op: '>', value: 5 },
  ];

  expect(passesFilters(filters, payload)).toBe(false);
});
