import { expect, test } from 'vitest';
import { dataInView, envelopeInView, errorInView, maskSensitive } from './redact-run.ts';

test('members that are named like a secret are masked at any depth, whoever asks', () => {
  expect(
    maskSensitive({
      headers: [{ Authorization: 'Bearer x' }],
      apiKey: 'k',
      api_key: { a: 1 },
      userToken: null,
      title: 'ok',
    }),
  ).toEqual({ headers: [{ Authorization: '***' }], apiKey: '***', api_key: '***', userToken: null, title: 'ok' });
});

test('without the right to manage, data is left out and an error keeps what kind it is, where and when', () => {
  expect(dataInView('reduced', { title: 'x' })).toEqual({ redacted: true });
  expect(dataInView('reduced', null)).toBeNull();
  expect(
    errorInView('reduced', {
      category: 'ActionError',
      code: 'X',
      message: 'private',
      details: {},
      nodePath: 'root',
      at: 't',
    }),
  ).toEqual({ category: 'ActionError', code: 'X', nodePath: 'root', at: 't' });
  expect(
    envelopeInView('reduced', { v: 1, payload: { a: 1 }, vars: { b: 2 }, meta: { state: 'READY' }, error: null }),
  ).toEqual({ v: 1, payload: { redacted: true }, vars: { redacted: true }, meta: { state: 'READY' }, error: null });
});
