import { expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import { openApiDocument } from '../openapi/openapi-document.ts';
import { type Access, procedureAccess } from '../permission-table.ts';
import { memberSchemas } from './coerce-query.ts';
import { proceduresOf } from './procedures.ts';
import { restRoutes } from './routes.ts';

const procedures = proceduresOf(appRouter);
const document = openApiDocument({ routes: restRoutes, router: appRouter });
const nameOf = (route: { method: string; path: string }) => `${route.method} ${route.path}`;

/** What scripts of others rely on: route, what it needs, status where it is not 200. */
const promised: readonly [route: string, needs: Access, status?: number][] = [
  ['GET /workflow-definitions', 'workflow:read'],
  ['POST /workflow-definitions', 'workflow:manage', 201],
  ['POST /workflow-definitions/validate', 'workflow:manage'],
  ['POST /workflow-definitions/import', 'workflow:admin'],
  ['GET /workflow-definitions/export', 'workflow:admin'],
  ['GET /workflow-definitions/{workflowId}/export', 'workflow:admin'],
  ['GET /workflow-definitions/{workflowId}/versions', 'workflow:read'],
  ['GET /workflow-definitions/{workflowId}/audit', 'workflow:admin'],
  ['GET /workflow-definitions/{workflowId}/{version}', 'workflow:read'],
  ['PUT /workflow-definitions/{workflowId}/{version}', 'workflow:manage'],
  ['POST /workflow-definitions/{workflowId}/{version}/publish', 'workflow:publish'],
  ['PUT /workflow-definitions/{workflowId}/metadata', 'workflow:manage'],
  ['DELETE /workflow-definitions/{workflowId}', 'workflow:manage'],
  ['GET /workflow-runs', 'workflow:read'],
  ['POST /workflow-runs', 'workflow:manage', 201],
  ['GET /workflow-runs/latest', 'workflow:read'],
  ['GET /workflow-runs/summary', 'workflow:read'],
  ['GET /workflow-runs/{runId}', 'workflow:read'],
  ['GET /workflow-runs/{runId}/steps', 'workflow:read'],
  ['GET /workflow-runs/{runId}/timeline', 'workflow:read'],
  ['GET /workflow-runs/{runId}/snapshots', 'workflow:read'],
  ['GET /workflow-runs/{runId}/invocations', 'workflow:read'],
  ['GET /workflow-runs/{runId}/waits', 'workflow:read'],
  ['GET /workflow-runs/{runId}/logs', 'workflow:read'],
  ['GET /workflow-runs/{runId}/events', 'workflow:read'],
  ['GET /workflow-runs/{runId}/audit', 'workflow:admin'],
  ['POST /workflow-runs/{runId}/cancel', 'workflow:admin'],
  ['GET /workflow/events', 'workflow:read'],
  ['POST /workflow/events', 'workflow:manage', 202],
  ['GET /workflow/events/summary', 'workflow:read'],
  ['GET /workflow/events/{eventId}', 'workflow:read'],
  ['GET /workflow/registry/nodes', 'workflow:read'],
  ['GET /workflow/registry/actions', 'workflow:read'],
  ['GET /workflow/registry/events', 'workflow:read'],
  ['GET /workflow/registry/schemas/{ref}', 'workflow:read'],
  ['GET /workflow/registry/designer-catalog', 'workflow:read'],
  ['GET /workflow/store', 'workflow:read'],
  ['GET /workflow/store/{namespace}', 'workflow:read'],
  ['GET /workflow/store/{namespace}/{key}', 'workflow:read'],
  ['PUT /workflow/store/{namespace}/{key}', 'workflow:manage'],
  ['DELETE /workflow/store/{namespace}/{key}', 'workflow:manage'],
  ['GET /workflow/links', 'workflow:read'],
  ['GET /workflow/links/{namespace}', 'workflow:read'],
  ['POST /workflow/links/{namespace}', 'workflow:manage'],
  ['DELETE /workflow/links/{namespace}', 'workflow:manage'],
  ['GET /v1/projects', 'project:read'],
  ['POST /v1/projects', 'project:write', 201],
  ['GET /v1/project-tasks', 'project:read'],
  ['POST /v1/project-tasks', 'project:write', 201],
];

test.each(promised)('%s is there and needs %s', (name, needs, status = 200) => {
  const route = restRoutes.find((candidate) => nameOf(candidate) === name);

  expect(route, 'row of the table').toBeDefined();
  expect(procedureAccess[route?.procedure ?? '']).toBe(needs);
  expect(route?.status ?? 200).toBe(status);
});

test('no route is there twice', () => {
  const shapes = restRoutes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);

  expect(shapes).toEqual([...new Set(shapes)]);
});

test.each(restRoutes.map((route) => ({ name: nameOf(route), route })))('$name fits its procedure', ({ route }) => {
  const procedure = procedures.get(route.procedure);
  const members = Object.keys(memberSchemas(procedure?.input ?? {}));
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);

  expect(procedure, `${route.procedure} is a procedure`).toBeDefined();
  if (route.method === 'GET') expect(procedure?.type, 'reading changes nothing').toBe('query');
  expect(members).toEqual(
    expect.arrayContaining([...inPath, ...(route.query ?? []), ...Object.keys(route.fixed ?? {})]),
  );
  if (typeof route.body === 'object') expect(members).toContain(route.body.as);
  if (route.list !== undefined) {
    const forList = procedures.get(route.list.procedure);
    expect(Object.keys(memberSchemas(forList?.input ?? {}))).toContain(route.list.as);
  }
});

test('a list can be paged and is never without an end', () => {
  for (const route of restRoutes) {
    const takesCursor = Object.keys(memberSchemas(procedures.get(route.procedure)?.input ?? {})).includes('cursor');
    if (takesCursor) expect(route.query, nameOf(route)).toEqual(expect.arrayContaining(['limit', 'cursor']));
  }
});

test('every procedure says what it needs, and nothing else does', () => {
  expect(Object.keys(procedureAccess).sort()).toEqual([...procedures.keys()].sort());
});

test('every procedure takes an object or nothing, and no member that nobody knows', () => {
  for (const { name, input } of procedures.values()) {
    if (Object.keys(input).length === 0) continue;
    const parts = [input, ...[input.anyOf, input.oneOf].flatMap((part) => (Array.isArray(part) ? part : []))];
    const objects = parts.filter((part) => typeof part === 'object' && part !== null && 'properties' in part);
    expect(objects, name).not.toEqual([]);
    for (const object of objects) expect(object, name).toMatchObject({ additionalProperties: false });
  }
});

test('the OpenAPI document has exactly the routes of the table', () => {
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`),
  );

  expect(documented.sort()).toEqual(restRoutes.map(nameOf).sort());
});

test('operations of the OpenAPI document have names of their own and name their parameters', () => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);

  expect(ids).toEqual([...new Set(ids)]);
  for (const { path, operation } of operations) {
    const inPath = operation.parameters
      .filter((parameter) => parameter.in === 'path')
      .map((parameter) => parameter.name);
    expect(inPath, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
  }
});
