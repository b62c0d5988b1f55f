import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../kernel/errors.ts';
import { sendError } from './error-answer.ts';

const apiPath = /^\/(api|trpc|hooks)(\/|$)/;

/**
 * Serves the built web application. A path that is no file is a page of the application, which finds its way by itself; paths of the API
 * answer with the error body. Files under /assets carry a hash in their name and are kept for ever.
 */
export async function serveSite(server: FastifyInstance, webRoot: string | null): Promise<void> {
  const hasSite = webRoot !== null && existsSync(resolve(webRoot, 'index.html'));
  if (hasSite) {
    await server.register(staticFiles, {
      root: resolve(webRoot),
      index: ['index.html'],
      cacheControl: false,
      setHeaders: (reply, path) => {
        const isHashed = path.includes('/assets/');
        reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    if (hasSite && isPage(request)) return sendIndex(reply);
    const path = request.url.split('?')[0] ?? request.url;
    return sendError(
      reply,
      appError('ROUTE_NOT_FOUND', { method: request.method, path }, `There is no ${request.method} ${path}.`),
      request.id,
    );
  });
}

function isPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const path = request.url.split('?')[0] ?? '';
  return !apiPath.test(path) && !path.startsWith('/assets/');
}

function sendIndex(reply: FastifyReply): FastifyReply {
  return reply.code(200).sendFile('index.html');
}
