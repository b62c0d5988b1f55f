import { expect, test } from 'vitest';
import { appError, ErrorCodes, isAppError, toAppError, toErrorBody } from './errors.ts';

test('an error keeps its code, its details and its cause', () => {
  const cause = new Error('below');
  const error = appError('STORE_VALUE_TOO_LARGE', { sizeBytes: 5, maxBytes: 4 }, 'too large', cause);

  expect(isAppError(error)).toBe(true);
  expect(isAppError(error, 'STORE_VALUE_TOO_LARGE')).toBe(true);
  expect(isAppError(error, 'NOT_FOUND')).toBe(false);
  expect(error.cause).toBe(cause);
  expect(toAppError(error)).toBe(error);
});

test('an error without a message of its own says in a sentence what and where', () => {
  const issues = ['a', 'b', 'c', 'd'].map((name) => ({
    path: `/${name}`,
    code: 'unknown_field',
    message: 'Unknown field',
  }));

  expect(appError('NOT_FOUND', { resource: 'store_entry', id: 'a/b' }).message).toBe('There is no store entry a/b.');
  expect(appError('SCHEMA_VALIDATION_FAILED', { issues }).message).toBe(
    'The bundle does not follow its schema. /a: Unknown field /b: Unknown field /c: Unknown field (and 1 more)',
  );
});

test('whatever else is thrown becomes one unexpected error with its cause', () => {
  const thrown = new TypeError('x is not a function');

  expect(toAppError(thrown)).toMatchObject({ code: 'INTERNAL_ERROR', message: 'x is not a function', cause: thrown });
  expect(toAppError('text')).toMatchObject({ code: 'INTERNAL_ERROR', message: 'text' });
});

test('the body names code, details and request, and hides what went wrong inside', () => {
  expect(toErrorBody(appError('NOT_FOUND', { resource: 'run', id: '1' }, 'no such run'), 'r1')).toEqual({
    error: { code: 'NOT_FOUND', message: 'no such run', details: { resource: 'run', id: '1' }, requestId: 'r1' },
  });
  expect(toErrorBody(toAppError(new Error('password=hunter2')), 'r2').error.message).not.toContain('hunter2');
});

test('kind and status of every code agree', () => {
  for (const [code, spec] of Object.entries(ErrorCodes)) {
    if (spec.kind === 'unexpected') expect(spec.http, code).toBe(500);
    else expect(spec.http, code).not.toBe(500);
  }
});
