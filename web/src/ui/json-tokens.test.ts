import { expect, test } from 'vitest';
import { tokenizeJson } from './json-tokens.ts';

test('keys, values and words are told apart', () => {
  const kinds = tokenizeJson('{"a": "b", "n": -1.5e3, "t": true}').filter((token) => token.kind !== 'plain');
  expect(kinds.map((token) => [token.kind, token.text])).toEqual([
    ['key', '"a"'],
    ['string', '"b"'],
    ['key', '"n"'],
    ['number', '-1.5e3'],
    ['key', '"t"'],
    ['word', 'true'],
  ]);
});

test.each(['{"a": "unfinished', '', '"quo\\"te"', '[1, 2'])('no character of %j is lost', (text) => {
  expect(
    tokenizeJson(text)
      .map((token) => token.text)
      .join(''),
  ).toBe(text);
});
