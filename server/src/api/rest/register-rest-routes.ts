import { type AnyTRPCRouter, callTRPCProcedure } from '@trpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appError } from '../../kernel/errors.ts';
import type { RequestContext } from '../context.ts';
import { memberSchemas } from './coerce-query.ts';
import { type ProcedureFacts, proceduresOf } from './procedures.ts';
import { assertNoInput, readInput } from './read-input.ts';
import type { RestFile, RestRoute } from './route.ts';

export const REST_BODY_BYTES = 1024 * 1024;

export interface RestOptions {
  routes: readonly RestRoute[];
  router: AnyTRPCRouter;
  createContext: (request: FastifyRequest) => Promise<RequestContext>;
}

/** Puts every row of the table on the server; each calls its procedure in this process, with the same context as /trpc would. */
export function registerRestRoutes(scope: FastifyInstance, { routes, router, createContext }: RestOptions): void {
  const procedures = proceduresOf(router);
  for (const route of routes) {
    const handle = restHandler(route, procedureOf(procedures, route), router);
    const forList = route.list && listRoute(route, route.list);
    const handleList = forList && restHandler(forList, procedureOf(procedures, forList), router);
    scope.route({
      method: route.method,
      url: route.path.replace(/\{(\w+)\}/g, ':$1'),
      bodyLimit: route.maxBodyBytes ?? REST_BODY_BYTES,
      handler: async (request, reply) => {
        const chosen = handleList !== undefined && Array.isArray(request.body) ? handleList : handle;
        return chosen(request, reply, await createContext(request));
      },
    });
  }
}

function procedureOf(procedures: ReadonlyMap<string, ProcedureFacts>, route: RestRoute): ProcedureFacts {
  const procedure = procedures.get(route.procedure);
  if (procedure !== undefined) return procedure;
  throw new Error(`The REST route ${route.method} ${route.path} names no procedure: ${route.procedure}`);
}

/** The same route for a body that is a list. */
export function listRoute(route: RestRoute, { procedure, as }: { procedure: string; as: string }): RestRoute {
  return { ...route, procedure, body: { as } };
}

function restHandler(route: RestRoute, procedure: ProcedureFacts, router: AnyTRPCRouter) {
  const schemas = memberSchemas(procedure.input);
  const takesInput = Object.keys(procedure.input).length > 0;
  return async (request: FastifyRequest, reply: FastifyReply, ctx: RequestContext): Promise<FastifyReply> => {
    // Nobody would read it, and what is not read is not refused.
    if (!takesInput) assertNoInput(readInput(route, partsOf(request), schemas));
    const answer = await callTRPCProcedure({
      router,
      path: route.procedure,
      type: procedure.type,
      ctx,
      signal: undefined,
      batchIndex: 0,
      // Read inside the call, after the permission was asked: a stranger learns nothing about what an input must look like.
      getRawInput: async () => readInput(route, partsOf(request), schemas),
    });
    return sendAnswer(reply, route, answer);
  };
}

function partsOf(request: FastifyRequest) {
  const query: Record<string, string[]> = Object.create(null);
  for (const [name, value] of new URLSearchParams(queryText(request.url))) {
    query[name] = [...(query[name] ?? []), value];
  }
  const path = request.params as Record<string, string>;
  for (const text of [...Object.values(path), ...Object.values(query).flat()]) assertStorableText(text);
  return { path, query, body: request.body };
}

function queryText(url: string): string {
  const start = url.indexOf('?');
  return start === -1 ? '' : url.slice(start + 1);
}

function assertStorableText(text: string): void {
  if (text.includes('\u0000')) {
    throw appError('INVALID_INPUT', {
      issues: [{ path: '', code: 'invalid_text', message: 'U+0000 cannot be stored' }],
    });
  }
}

function sendAnswer(reply: FastifyReply, route: RestRoute, answer: unknown): FastifyReply {
  reply.code(route.status ?? 200).header('cache-control', 'no-store');
  if (route.answer === undefined || route.answer === 'json') {
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer ?? null));
  }
  const file = answer as RestFile;
  return reply
    .type(file.contentType)
    .header('content-disposition', `attachment; filename="${file.fileName.replace(/[^\w.-]+/g, '_')}"`)
    .send(Buffer.from(file.text, 'utf8'));
}
