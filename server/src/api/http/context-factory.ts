import type { FastifyRequest } from 'fastify';
import { type PrincipalResolver, readCredentials } from '../../auth/resolve-principal.ts';
import type { Platform } from '../../db/platform.ts';
import type { Principal, RequestContext } from '../context.ts';

export interface ContextOptions {
  platform: Platform;
  principals: PrincipalResolver;
  setupToken: string | null;
}

export type CreateContext = (request: FastifyRequest) => Promise<RequestContext>;

/** Makes what procedures know of a request; who is asking is proven here, once per request. */
export function contextFactory({ platform, principals, setupToken }: ContextOptions): CreateContext {
  return async (request) => {
    const credentials = readCredentials(request.headers);
    const resolve = (): Promise<Principal | null> => principals.resolve(credentials);
    return {
      principal: await resolve(),
      requestId: request.id,
      source: credentials.apiKey === null ? 'ui' : 'api',
      platform,
      recheckPrincipal: resolve,
      setupToken,
      forgetPrincipals: principals.forget,
    };
  };
}
