import { type Json, parseAssignPath } from '@penstock/server/language';
import { expressionOf } from '../fields/modes.ts';

export interface Assignment {
  readonly path: string;
  readonly expression: string;
}

/** Stored assignments as rows. */
export function assignmentsIn(value: Json | undefined): readonly Assignment[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map(([path, expression]) => ({ path, expression: expressionOf(expression) ?? '' }));
}

export function storedForm(rows: readonly Assignment[]): Json {
  return Object.fromEntries(rows.map(({ path, expression }) => [path, { $expr: expression }]));
}

/** What is wrong with the path of one row; null = nothing. */
export function pathProblem(rows: readonly Assignment[], index: number, path: string): 'wrong' | 'duplicate' | null {
  if (rows.some((row, other) => other !== index && row.path === path)) return 'duplicate';
  try {
    parseAssignPath(path);
    return null;
  } catch {
    return 'wrong';
  }
}

/** A new row at the end, under a path that is free. */
export function withNewRow(rows: readonly Assignment[]): readonly Assignment[] {
  const taken = new Set(rows.map((row) => row.path));
  let path = 'vars.value';
  for (let count = 2; taken.has(path); count += 1) path = `vars.value${count}`;
  return [...rows, { path, expression: '' }];
}

export function withRow(rows: readonly Assignment[], index: number, row: Partial<Assignment>): readonly Assignment[] {
  return rows.map((before, at) => (at === index ? { ...before, ...row } : before));
}
