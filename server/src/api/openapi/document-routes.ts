import type { AnyTRPCRouter } from '@trpc/server';
import type { FastifyInstance } from 'fastify';
import type { RestRoute } from '../rest/route.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi-document.ts';

/** The description of the API, for machines and for people; made once, from the table. */
export function documentRoutes(api: { routes: readonly RestRoute[]; router: AnyTRPCRouter }) {
  return async (scope: FastifyInstance): Promise<void> => {
    const document = openApiDocument(api);
    const json = JSON.stringify(document);
    const html = docsPage(document);
    scope.get('/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(json));
    scope.get('/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  };
}
