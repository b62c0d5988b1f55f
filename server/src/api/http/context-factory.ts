import type { FastifyRequest } from 'fastify';
import { hostNameOf, isLoopback } from '../../auth/loopback.ts';
import { type PrincipalResolver, readCredentials } from '../../auth/resolve-principal.ts';
import type { Platform } from '../../db/platform.ts';
import type { Principal, RequestContext } from '../context.ts';

export interface ContextOptions {
  platform: Platform;
  principals: PrincipalResolver;
  setup: { token: string; isLocal: boolean };
}

export type CreateContext = (request: FastifyRequest) => Promise<RequestContext>;

/** Makes what procedures know of a request; who is asking is proven here, once per request. */
export function contextFactory({ platform, principals, setup }: ContextOptions): CreateContext {
  return async (request) => {
    const credentials = readCredentials(request.headers);
    const resolve = (): Promise<Principal | null> => principals.resolve(credentials);
    return {
      principal: await resolve(),
      requestId: request.id,
      source: credentials.apiKey === null ? 'ui' : 'api',
      platform,
      recheckPrincipal: resolve,
      setupToken: setup.isLocal && isAskedLocally(request) ? null : setup.token,
      forgetPrincipals: principals.forget,
    };
  };
}

/**
 * Was this machine asked by its own name? A page of the web can make its own name point here and would pass for one of ours; only its
 * name gives it away.
 */
function isAskedLocally(request: FastifyRequest): boolean {
  return isLoopback(hostNameOf(request.headers.host ?? ''));
}
