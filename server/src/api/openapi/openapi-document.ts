import type { AnyTRPCRouter } from '@trpc/server';
import { ErrorCodes } from '../../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import { procedureAccess } from '../permission-table.ts';
import { memberSchemas } from '../rest/coerce-query.ts';
import { type ProcedureFacts, proceduresOf } from '../rest/procedures.ts';
import { listRoute } from '../rest/register-rest-routes.ts';
import type { RestRoute } from '../rest/route.ts';

export interface OpenApiDocument extends JsonObject {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: { [path: string]: { [method: string]: OpenApiOperation } };
  components: JsonObject;
}

export interface OpenApiOperation extends JsonObject {
  operationId: string;
  tags: string[];
  summary: string;
  parameters: JsonObject[];
  responses: JsonObject;
}

/** OpenAPI 3.1 from the REST table and the procedures' own schemas; nothing in it is written by hand. */
export function openApiDocument({
  routes,
  router,
}: {
  routes: readonly RestRoute[];
  router: AnyTRPCRouter;
}): OpenApiDocument {
  const procedures = proceduresOf(router);
  const paths: OpenApiDocument['paths'] = {};
  for (const route of routes) {
    const procedure = procedures.get(route.procedure);
    if (procedure === undefined) continue;
    const path = paths[`/api${route.path}`] ?? {};
    paths[`/api${route.path}`] = path;
    const operation = operationOf(route, procedure);
    const forList = route.list && listRoute(route, route.list);
    const takesList = forList && procedures.get(forList.procedure);
    path[route.method.toLowerCase()] =
      forList && takesList ? eitherOperation(operation, operationOf(forList, takesList)) : operation;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Penstock',
      version: '1',
      description:
        'Every route is a thin name for a procedure of the same name under /trpc. Lists answer {items, nextCursor}.',
    },
    security: [{ apiKey: [] }, { bearer: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'penstock.session_token' },
      },
      schemas: { Error: errorSchema() },
    },
  };
}

function operationOf(route: RestRoute, procedure: ProcedureFacts): OpenApiOperation {
  const access = procedureAccess[route.procedure] ?? 'nobody';
  const members = memberSchemas(procedure.input);
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const body = bodyOf(
    route,
    procedure,
    new Set([...inPath, ...(route.query ?? []), ...Object.keys(route.fixed ?? {})]),
  );
  return {
    operationId: `${route.method.toLowerCase()}${pascal(route.path)}`,
    tags: [tagOf(route.path)],
    summary: route.procedure,
    'x-penstock-needs': access,
    ...(access === 'public' ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: members[name] ?? { type: 'string' } })),
      ...(route.query ?? []).map((name) => ({
        name,
        in: 'query',
        required: requiredOf(procedure.input).includes(name),
        schema: members[name] ?? { type: 'string' },
      })),
    ],
    ...(body === null ? {} : { requestBody: body }),
    responses: {
      [String(route.status ?? 200)]: answerOf(route, procedure),
      default: {
        description: 'Refused',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

/** One operation that takes and answers what either of the two does. */
function eitherOperation(one: OpenApiOperation, list: OpenApiOperation): OpenApiOperation {
  return {
    ...one,
    ...eitherContent(one, list, ['requestBody']),
    responses: eitherContent(one.responses, list.responses, Object.keys(one.responses)),
  };
}

function eitherContent(one: JsonObject, list: JsonObject, names: readonly string[]): JsonObject {
  const merged: JsonObject = {};
  for (const name of names) {
    const [first, second] = [one[name], list[name]];
    const schemas = [schemaOf(first), schemaOf(second)].filter((schema) => schema !== null);
    const isSame = JSON.stringify(first) === JSON.stringify(second);
    merged[name] =
      isSame || !isJsonObject(first)
        ? (first ?? null)
        : { ...first, content: { 'application/json': { schema: { anyOf: schemas } } } };
  }
  return merged;
}

function schemaOf(part: Json | undefined): Json | null {
  const content = isJsonObject(part) ? part.content : undefined;
  const json = isJsonObject(content) ? content['application/json'] : undefined;
  return isJsonObject(json) ? (json.schema ?? null) : null;
}

function bodyOf(route: RestRoute, procedure: ProcedureFacts, elsewhere: ReadonlySet<string>): JsonObject | null {
  const kind = route.method === 'GET' || route.method === 'DELETE' ? (route.body ?? 'none') : (route.body ?? 'members');
  if (kind === 'none') return null;
  const members = memberSchemas(procedure.input);
  if (typeof kind === 'object') {
    return { required: true, content: { 'application/json': { schema: members[kind.as] ?? {} } } };
  }
  const properties = Object.fromEntries(Object.entries(members).filter(([name]) => !elsewhere.has(name)));
  if (Object.keys(properties).length === 0 && procedure.input.anyOf === undefined) return null;
  const required = requiredOf(procedure.input).filter((name) => !elsewhere.has(name));
  const schema: JsonObject = { type: 'object', properties, additionalProperties: false };
  if (required.length > 0) schema.required = required;
  if (isJsonObject(procedure.input.$defs)) schema.$defs = procedure.input.$defs;
  return { required: required.length > 0, content: { 'application/json': { schema } } };
}

function answerOf(route: RestRoute, procedure: ProcedureFacts): JsonObject {
  if (route.answer === 'csv') return { description: 'CSV', content: { 'text/csv': { schema: { type: 'string' } } } };
  if (route.answer === 'bytes') return { description: 'A file', content: { 'application/octet-stream': {} } };
  return {
    description: 'Done',
    content: { 'application/json': procedure.output === null ? {} : { schema: procedure.output } },
  };
}

function requiredOf(schema: JsonObject): string[] {
  const required: Json | undefined = schema.required;
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** `/v1/projects/{id}` → `projects`, `/workflow/store/{namespace}` → `workflow/store`. */
function tagOf(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== 'v1' && !part.startsWith('{'));
  return parts[0] === 'workflow' ? parts.slice(0, 2).join('/') : (parts[0] ?? 'api');
}

function pascal(path: string): string {
  return path
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function errorSchema(): JsonObject {
  return {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message', 'details', 'requestId'],
        properties: {
          code: { type: 'string', enum: Object.keys(ErrorCodes) },
          message: { type: 'string' },
          details: { type: 'object' },
          requestId: { type: 'string' },
        },
      },
    },
  };
}
