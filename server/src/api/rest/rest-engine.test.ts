import { initTRPC } from '@trpc/server';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { RequestContext } from '../context.ts';
import { errorOfRequest, sendError } from '../http/error-answer.ts';
import { registerRestRoutes } from './register-rest-routes.ts';

const t = initTRPC.context<RequestContext>().create();
const echoInput = z.strictObject({
  id: z.string(),
  limit: z.number().optional(),
  note: z.string().optional(),
  kind: z.string().optional(),
});
const router = t.router({
  things: t.router({
    echo: t.procedure.input(echoInput).query(({ input }) => input),
    change: t.procedure.input(echoInput).mutation(({ input }) => input),
    take: t.procedure
      .input(z.strictObject({ document: z.unknown(), dryRun: z.boolean().default(false) }))
      .mutation(({ input }) => input),
    ask: t.procedure.query(() => 'asked'),
    file: t.procedure.query(() => ({ contentType: 'text/csv; charset=utf-8', fileName: 'a "b".csv', text: 'ä;b\n' })),
    nothing: t.procedure.mutation(() => undefined),
  }),
});

let server: FastifyInstance;
beforeAll(async () => {
  server = fastify({ genReqId: () => 'the-request' });
  server.setErrorHandler((thrown, request, reply) => sendError(reply, errorOfRequest(thrown, request), request.id));
  registerRestRoutes(server, {
    router,
    createContext: async () => ({}) as RequestContext,
    routes: [
      { method: 'GET', path: '/things/{id}', procedure: 'things.echo', query: ['limit'] },
      { method: 'PUT', path: '/things/{id}', procedure: 'things.change', fixed: { kind: 'put' } },
      {
        method: 'POST',
        path: '/documents',
        procedure: 'things.take',
        query: ['dryRun'],
        body: { as: 'document' },
        status: 202,
      },
      { method: 'GET', path: '/ask', procedure: 'things.ask' },
      { method: 'GET', path: '/file', procedure: 'things.file', answer: 'csv' },
      { method: 'POST', path: '/nothing', procedure: 'things.nothing' },
    ],
  });
  await server.ready();
});
afterAll(() => server.close());

test('path and query together are the input', async () => {
  const answer = await server.inject('/things/a%2Fb?limit=3');

  expect(answer.json()).toEqual({ id: 'a/b', limit: 3 });
});

test('path, body and what is fixed together are the input', async () => {
  const answer = await server.inject({ method: 'PUT', url: '/things/x', payload: { note: 'hello' } });

  expect(answer.json()).toEqual({ id: 'x', note: 'hello', kind: 'put' });
});

test('what is fixed cannot be given', async () => {
  const answer = await server.inject({ method: 'PUT', url: '/things/x', payload: { kind: 'mine' } });

  expect(answer.statusCode).toBe(400);
  expect(answer.json().error.details.issues).toMatchObject([{ path: '/kind', code: 'unknown_field' }]);
});

test('a whole body may be one member, whatever JSON it is', async () => {
  const answer = await server.inject({ method: 'POST', url: '/documents?dryRun=true', payload: [1, 2] });

  expect(answer.statusCode).toBe(202);
  expect(answer.json()).toEqual({ document: [1, 2], dryRun: true });
});

test('a procedure without input takes none', async () => {
  expect((await server.inject('/ask')).json()).toBe('asked');
  expect((await server.inject('/ask?x=1')).statusCode).toBe(400);
});

test('a file is sent as it is, under a name that is safe', async () => {
  const answer = await server.inject('/file');

  expect(answer.body).toBe('ä;b\n');
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(answer.headers['content-disposition']).toBe('attachment; filename="a_b_.csv"');
});

test('a procedure that answers nothing answers null', async () => {
  expect((await server.inject({ method: 'POST', url: '/nothing' })).json()).toBeNull();
});

test('a member named __proto__ is refused like any unknown one', async () => {
  const payload = '{"__proto__": {"limit": 1}}';
  const answer = await server.inject({
    method: 'PUT',
    url: '/things/x',
    payload,
    headers: { 'content-type': 'application/json' },
  });

  expect(answer.statusCode).toBe(400);
});
