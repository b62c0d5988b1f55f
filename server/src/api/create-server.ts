import fastify, { type FastifyInstance } from 'fastify';
import type { Auth } from '../auth/create-auth.ts';
import { createPrincipalResolver } from '../auth/resolve-principal.ts';
import type { Platform } from '../db/platform.ts';
import { appRouter } from './app-router.ts';
import { authHandler } from './http/auth-handler.ts';
import { contextFactory } from './http/context-factory.ts';
import { errorOfRequest, logError, sendError } from './http/error-answer.ts';
import { healthRoutes } from './http/health-routes.ts';
import { parseJsonBody } from './http/json-body.ts';
import { createMetrics } from './http/metrics.ts';
import { guardOrigin } from './http/origin-guard.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { serveSite } from './http/static-site.ts';
import { trpcRoutes } from './http/trpc-routes.ts';
import { documentRoutes } from './openapi/document-routes.ts';
import { REST_BODY_BYTES, registerRestRoutes } from './rest/register-rest-routes.ts';
import { restRoutes } from './rest/routes.ts';

export interface ServerOptions {
  platform: Platform;
  auth: Auth;
  /** What people type into their browser; requests of its pages are trusted. */
  publicUrl: string;
  /** Asked from the first owner, but not on this machine itself where the server listens to nobody else (`isLocal`). */
  setup: { token: string; isLocal: boolean };
  /** Folder of the built web application; null or without an index.html = API only. */
  webRoot: string | null;
  /** Hears of every route that the server gets: the permission matrix proves that none is left out. */
  onRoute?: ((route: { method: string; url: string }) => void) | undefined;
}

/** The web role: API, sign-in and the web application on one port. Not listening yet. */
export async function createServer({
  platform,
  auth,
  publicUrl,
  setup,
  webRoot,
  onRoute,
}: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    genReqId: () => platform.ids.next(),
    bodyLimit: REST_BODY_BYTES,
    routerOptions: { maxParamLength: 5000 },
    // A proxy on the same machine may tell the caller's address; nobody else may.
    trustProxy: 'loopback',
    frameworkErrors: (error, request, reply) => sendError(reply, errorOfRequest(error, request), request.id),
    // Live updates stay open; they must not keep the server from stopping.
    forceCloseConnections: true,
  });
  const metrics = createMetrics();
  const principals = createPrincipalResolver(platform, auth);
  const createContext = contextFactory({ platform, principals, setup });

  server.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) onRoute?.({ method: name, url });
  });
  addSecurityHeaders(server, publicUrl.startsWith('https:'));
  guardOrigin(server, publicUrl);
  metrics.observeRequests(server);
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) =>
    body === '' ? undefined : parseJsonBody(body),
  );
  server.setErrorHandler((thrown, request, reply) => {
    const error = errorOfRequest(thrown, request);
    logError(platform.logger, error, request.id);
    return sendError(reply, error, request.id);
  });

  await server.register(trpcRoutes(platform.logger, createContext), { prefix: '/trpc' });
  await server.register(authHandler({ auth, principals, clock: platform.clock, pool: platform.db.pool, publicUrl }), {
    prefix: '/api/auth',
  });
  await server.register(healthRoutes(platform.db, metrics), { prefix: '/api' });
  await server.register(documentRoutes({ routes: restRoutes, router: appRouter }), { prefix: '/api' });
  await server.register(
    async (scope) => registerRestRoutes(scope, { routes: restRoutes, router: appRouter, createContext }),
    { prefix: '/api' },
  );
  await serveSite(server, webRoot);
  return server;
}
