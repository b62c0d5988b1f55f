import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { assertDatabaseAnswers } from '../../auth/assert-database-answers.ts';
import { authRoutes } from '../../auth/auth-routes.ts';
import type { Auth } from '../../auth/create-auth.ts';
import type { PrincipalResolver } from '../../auth/resolve-principal.ts';
import { createSignInLimiter } from '../../auth/sign-in-limiter.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type AppError, appError } from '../../kernel/errors.ts';
import { sendError } from './error-answer.ts';

const BODY_BYTES = 16 * 1024;

export interface AuthHandlerOptions {
  auth: Auth;
  principals: PrincipalResolver;
  clock: Clock;
  pool: Pool;
  publicUrl: string;
}

/** The reachable routes of better-auth, with our error body and a limit on guessing passwords. */
export function authHandler({ auth, principals, clock, pool, publicUrl }: AuthHandlerOptions) {
  const limiter = createSignInLimiter(clock);
  return async (scope: FastifyInstance): Promise<void> => {
    for (const { method, path } of authRoutes) {
      scope.route({
        method,
        url: path,
        bodyLimit: BODY_BYTES,
        handler: async (request, reply) => {
          const email = path === '/sign-in/email' ? emailOf(request.body) : null;
          if (email !== null) limiter.count(request.ip, email);
          const response = await auth.handler(toWebRequest(request, publicUrl)).catch(async (error: unknown) => {
            await assertDatabaseAnswers(pool);
            throw error;
          });
          if (method === 'POST') principals.forget();
          if (response.status >= 500) await assertDatabaseAnswers(pool);
          if (!response.ok) return sendError(reply, await errorOfResponse(response, path), request.id);
          if (email !== null) limiter.forget(request.ip, email);
          return sendResponse(reply, response);
        },
      });
    }
  };
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  if (typeof email === 'string' && email.length <= 320) return email;
  throw appError('INVALID_INPUT', {
    issues: [{ path: '/email', code: 'invalid_type', message: 'expected an e-mail address' }],
  });
}

function toWebRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const name of ['cookie', 'user-agent', 'origin', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest']) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  // The origin guard let the request in; without an Origin it does not come from a page of another site.
  if (!headers.has('origin')) headers.set('origin', new URL(publicUrl).origin);
  // The address of the socket (or of the trusted proxy), never a header that the caller could make up.
  headers.set('x-penstock-client', request.ip);
  const url = new URL(request.url, publicUrl);
  if (request.method === 'GET') return new Request(url, { headers });
  headers.set('content-type', 'application/json');
  return new Request(url, { method: request.method, headers, body: JSON.stringify(request.body ?? {}) });
}

async function sendResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply
    .code(response.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(await response.text());
}

async function errorOfResponse(response: Response, path: string): Promise<AppError> {
  const body = (await response.json().catch(() => null)) as { message?: unknown } | null;
  const message = typeof body?.message === 'string' ? body.message : 'The sign-in was refused.';
  switch (response.status) {
    case 401:
      return appError('UNAUTHENTICATED', {}, message);
    case 403:
      return appError('PERMISSION_DENIED', { permission: path }, message);
    case 404:
      return appError('ROUTE_NOT_FOUND', { method: '', path });
    case 429:
      return appError('RATE_LIMITED', { retryAfterSeconds: 60 }, message);
    default:
      return response.status < 500
        ? appError('INVALID_INPUT', { issues: [{ path: '', code: 'invalid', message }] }, message)
        : appError('INTERNAL_ERROR', {}, message);
  }
}
