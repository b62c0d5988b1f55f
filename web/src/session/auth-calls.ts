import { ApiFailure, fromBody, isErrorBody } from '../api/api-error.ts';

/** Errors: ApiFailure with SIGN_IN_REFUSED for a wrong e-mail or password, else what the server says. */
export async function signIn(email: string, password: string): Promise<void> {
  await post('/api/auth/sign-in/email', { email, password });
}

export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
}

async function post(path: string, body: object): Promise<void> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new ApiFailure({ code: 'CONNECTION_LOST', details: {}, requestId: null, message: String(cause) });
  });
  if (answer.ok) return;
  const refused = (await answer.json().catch(() => null)) as { error?: unknown } | null;
  const error = isErrorBody(refused?.error)
    ? fromBody(refused.error)
    : { code: 'UNREADABLE_ANSWER', details: {}, requestId: null, message: String(answer.status) };
  const isWrongPassword = error.code === 'UNAUTHENTICATED' || error.code === 'INVALID_INPUT';
  throw new ApiFailure(isWrongPassword ? { ...error, code: 'SIGN_IN_REFUSED' } : error);
}
