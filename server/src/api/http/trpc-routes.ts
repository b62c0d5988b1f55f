import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { ErrorCodes, toErrorBody } from '../../kernel/errors.ts';
import type { Logger } from '../../kernel/logger.ts';
import { appRouter } from '../app-router.ts';
import { errorOfProcedure } from '../error-formatter.ts';
import { restRoutes } from '../rest/routes.ts';
import type { CreateContext } from './context-factory.ts';
import { errorOfRequest, logError, retryAfterSeconds } from './error-answer.ts';
import { assertJsonBody } from './json-body.ts';

const TRPC_BODY_BYTES = 1024 * 1024;

/** Procedures by their own name under /trpc, for the web and for typed clients. */
export function trpcRoutes(logger: Logger, createContext: CreateContext) {
  return async (scope: FastifyInstance): Promise<void> => {
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: unknown, body: string) => {
      assertJsonBody(body);
      return body;
    });
    scope.setErrorHandler((thrown, request, reply) => {
      const error = errorOfRequest(thrown, request);
      logError(logger, error, request.id);
      const appErrorBody = toErrorBody(error, request.id).error;
      const { http, trpc } = ErrorCodes[error.code];
      return reply.code(http).send({
        error: {
          message: appErrorBody.message,
          code: -32600,
          data: { code: trpc, httpStatus: http, appError: appErrorBody },
        },
      });
    });

    const handle = (path: string, bodyLimit: number) =>
      scope.route<{ Params: { path?: string } }>({
        method: ['GET', 'POST'],
        url: path,
        bodyLimit,
        handler: async (request, reply) => {
          const procedure = request.params.path ?? path.slice(1);
          await fastifyRequestHandler({
            router: appRouter,
            req: request,
            res: reply,
            path: procedure,
            createContext: () => createContext(request),
            maxBatchSize: 50,
            onError: ({ error }) => logError(logger, errorOfProcedure(error), request.id),
            responseMeta: ({ errors }) => {
              const waits = errors
                .map((error) => retryAfterSeconds(errorOfProcedure(error)))
                .filter((wait) => wait !== null);
              return waits.length === 0 ? {} : { headers: { 'retry-after': String(Math.max(...waits)) } };
            },
          });
          return reply;
        },
      });

    // A procedure whose REST route takes more than the usual body takes as much here.
    for (const route of restRoutes) {
      if (route.maxBodyBytes !== undefined) handle(`/${route.procedure}`, route.maxBodyBytes);
    }
    handle('/:path', TRPC_BODY_BYTES);
  };
}
