import { expect, test } from 'vitest';
import { tokensOf } from './tokens.ts';

function read(text: string): string[] {
  return tokensOf(text)
    .filter(({ kind }) => kind !== 'space')
    .map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

test.each([
  ['payload.taskId', ['root payload', 'operator .', 'name taskId']],
  ['vars.`due date`', ['root vars', 'operator .', 'name `due date`']],
  [
    "coalesce(title, 'none')",
    ['function coalesce', 'bracket (', 'root title', 'operator ,', "text 'none'", 'bracket )'],
  ],
  ['coalesce', ['root coalesce']],
  ['$sum (items)', ['function $sum', 'bracket (', 'root items', 'bracket )']],
  ['$x := 1.5e3', ['variable $x', 'operator :=', 'number 1.5e3']],
  ['a and not', ['root a', 'word and', 'root not']],
  ['null', ['word null']],
  ['total / 2', ['root total', 'operator /', 'number 2']],
  ['(a) / b', ['bracket (', 'root a', 'bracket )', 'operator /', 'root b']],
  ['$match(t, /[0-9]+/i)', ['function $match', 'bracket (', 'root t', 'operator ,', 'pattern /[0-9]+/i', 'bracket )']],
  ['a /* why */ b', ['root a', 'comment /* why */', 'root b']],
  ['"open', ['text "open']],
  ["'it\\'s'", ["text 'it\\'s'"]],
  ['§', ['unknown §']],
])('%s is read', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('a remark goes on over the end of a line', () => {
  expect(read('a /* one\ntwo */ + b')).toEqual(['root a', 'comment /* one', 'comment two */', 'operator +', 'root b']);
});
