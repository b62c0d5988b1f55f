import { expect, test } from 'vitest';
import { formatPath, parsePath } from './paths.ts';

test.each([
  ['payload.taskId', ['payload', 'taskId']],
  [' vars . copy . task_id ', ['vars', 'copy', 'task_id']],
  ['payload.items[0].sku', ['payload', 'items', 0, 'sku']],
  ['vars.`due date`.x', ['vars', 'due date', 'x']],
  ['item', ['item']],
])('%s is a path', (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each(['', 'payload.', '.a', 'a b', 'a + b', 'len(a)', '"text"', '12', 'true', 'a[b = 1]', 'a.[0]', '[0]', '$x.y'])(
  'the expression %j is no path',
  (text) => {
    expect(parsePath(text)).toBeNull();
  },
);

test.each([
  [['payload', 'taskId'], 'payload.taskId'],
  [['vars', 'due date', 2, 'and'], 'vars.`due date`[2].`and`'],
])('the path %j is read by %s', (path, text) => {
  expect(formatPath(path)).toBe(text);
  expect(parsePath(text)).toEqual(path);
});
