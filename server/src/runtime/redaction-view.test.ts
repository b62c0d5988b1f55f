import { expect, test } from 'vitest';
import { cappedView, redactedView, viewJson } from './redaction-view.ts';

test('references to secrets are masked at any depth', () => {
  const view = redactedView({ headers: [{ key: { $secret: 'API_KEY' } }], secretRef: 'vault/1' });

  expect(view).toEqual({ headers: [{ key: { $secret: '[SECRET:REDACTED]' } }], secretRef: '[REDACTED]' });
});

test.each([
  { name: 'a member', pointer: '/vars/token', expected: { vars: { token: '[REDACTED]', list: [1, 2] }, 'a/b': 1 } },
  {
    name: 'an item of a list',
    pointer: '/vars/list/1',
    expected: { vars: { token: 't', list: [1, '[REDACTED]'] }, 'a/b': 1 },
  },
  { name: 'an escaped name', pointer: '/a~1b', expected: { vars: { token: 't', list: [1, 2] }, 'a/b': '[REDACTED]' } },
  {
    name: 'a place that is not there',
    pointer: '/nothing/here',
    expected: { vars: { token: 't', list: [1, 2] }, 'a/b': 1 },
  },
  { name: 'everything', pointer: '', expected: '[REDACTED]' },
])('a pointer masks $name', ({ pointer, expected }) => {
  expect(redactedView({ vars: { token: 't', list: [1, 2] }, 'a/b': 1 }, [pointer])).toEqual(expected);
});

test('masking leaves the value itself alone', () => {
  const value = { vars: { token: 't' } };

  redactedView(value, ['/vars/token']);

  expect(value).toEqual({ vars: { token: 't' } });
});

test('a view that is too large tells its size instead', () => {
  expect(cappedView({ text: 'x'.repeat(20) }, 10).view).toEqual({ truncated: true, size: 31, max: 10 });
});

test('a view never holds what the database refuses', () => {
  const text = viewJson({ nul: 'a\u0000b', half: '\ud800', pair: '\u{1f600}', literal: '\\u0000' });

  expect(JSON.parse(text)).toEqual({ nul: 'a\ufffdb', half: '\ufffd', pair: '\u{1f600}', literal: '\\u0000' });
});
