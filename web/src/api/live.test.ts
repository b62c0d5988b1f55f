import { describe, expect, test } from 'vitest';
import { isStaleAfter } from './live.ts';

const query = (path: string[], input?: object) => ({ queryKey: [path, { input, type: 'query' }] });

describe('a live change', () => {
  test('makes the lists of its kind stale', () => {
    expect(isStaleAfter({ kind: 'records', id: 't1' }, query(['projectTasks', 'list'], { projectId: 'p' }))).toBe(true);
    expect(isStaleAfter({ kind: 'records', id: 't1' }, query(['runs', 'list']))).toBe(false);
  });

  test('of one run leaves the pages of other runs alone', () => {
    expect(isStaleAfter({ kind: 'run', id: 'a' }, query(['runs', 'steps'], { runId: 'a' }))).toBe(true);
    expect(isStaleAfter({ kind: 'run', id: 'a' }, query(['runs', 'steps'], { runId: 'b' }))).toBe(false);
    expect(isStaleAfter({ kind: 'run', id: 'a' }, query(['runs', 'list']))).toBe(true);
  });

  test('of a collection leaves other collections alone', () => {
    const change = { kind: 'store', id: 'mirror' };
    expect(isStaleAfter(change, query(['store', 'list'], { namespace: 'mirror' }))).toBe(true);
    expect(isStaleAfter(change, query(['store', 'list'], { namespace: 'other' }))).toBe(false);
    expect(isStaleAfter(change, query(['store', 'collections'], {}))).toBe(true);
  });

  test('of links counts in the list of collections', () => {
    expect(isStaleAfter({ kind: 'links', id: 'mirror' }, query(['store', 'collections'], {}))).toBe(true);
    expect(isStaleAfter({ kind: 'links', id: 'mirror' }, query(['links', 'history'], { linkId: 'l' }))).toBe(true);
  });

  test('of a run counts in the list of workflows too', () => {
    expect(isStaleAfter({ kind: 'run', id: 'a' }, query(['workflows', 'list']))).toBe(true);
  });

  test('never fetches the session again', () => {
    expect(isStaleAfter({ kind: 'workflows', id: '' }, query(['session', 'current']))).toBe(false);
  });
});
