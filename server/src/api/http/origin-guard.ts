import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readCredentials } from '../../auth/resolve-principal.ts';
import { appError } from '../../kernel/errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that a page of another site asks for with a browser's cookie. Browsers send Origin with every POST; a request without it
 * that is not marked as cross-site does not come from a page. A request that brings its own API key needs no cookie and passes.
 */
export function guardOrigin(server: FastifyInstance, publicUrl: string): void {
  const publicOrigin = new URL(publicUrl).origin;
  server.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method) || readCredentials(request.headers).apiKey !== null) return;
    const origin = request.headers.origin;
    if (origin === undefined) {
      const site = request.headers['sec-fetch-site'];
      if (site === undefined || site === 'same-origin' || site === 'none') return;
    } else if (origin === publicOrigin || isOwnHost(origin, request)) return;
    throw appError('ORIGIN_NOT_ALLOWED', { origin: origin ?? 'none' });
  });
}

function isOwnHost(origin: string, request: FastifyRequest): boolean {
  const host = request.headers.host;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
