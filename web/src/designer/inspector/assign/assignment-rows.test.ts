import { describe, expect, it } from 'vitest';
import { assignmentsIn, pathProblem, storedForm, withNewRow, withRow } from './assignment-rows.ts';

const stored = { 'vars.total': { $expr: 'payload.a + 1' }, 'vars.next': { $expr: 'vars.total * 2' } };
const rows = assignmentsIn(stored);

describe('values to set', () => {
  it('are the same on the way there and back', () => {
    expect(storedForm(rows)).toEqual(stored);
  });

  it('a renamed path stays in its row', () => {
    const renamed = storedForm(withRow(rows, 0, { path: 'vars.sum' }));
    expect(Object.keys(renamed as object)).toEqual(['vars.sum', 'vars.next']);
  });

  it('a new row has a path of its own', () => {
    const two = withNewRow(withNewRow(rows));
    expect(two.map((row) => row.path)).toEqual(['vars.total', 'vars.next', 'vars.value', 'vars.value2']);
  });

  it.each([
    ['vars.other', null],
    ['/customer/name', null],
    ['vars.next', 'duplicate'],
    ['total', 'wrong'],
    ['vars', 'wrong'],
    ['', 'wrong'],
  ] as const)('the path %j is judged', (path, problem) => {
    expect(pathProblem(rows, 0, path)).toBe(problem);
  });
});
