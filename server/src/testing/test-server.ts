import type { FastifyInstance } from 'fastify';
import { createServer } from '../api/create-server.ts';
import { createApiKey } from '../auth/create-api-key.ts';
import { createAuth } from '../auth/create-auth.ts';
import type { Platform } from '../db/platform.ts';
import type { Role } from '../kernel/actor.ts';
import { configSchema } from '../kernel/config.ts';
import { type Logger, silentLogger } from '../kernel/logger.ts';
import { productRegistry } from '../wiring/product-registry.ts';
import { choosePort } from '../wiring/public-url.ts';
import { buildWriter } from './builders.ts';
import { createTestDatabase, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';

export interface TestServerOptions extends TestDatabaseOptions {
  environment?: Record<string, string>;
  /** Where others can reach the server; absent = only this machine. */
  setupToken?: string;
  webRoot?: string | null;
  logger?: Logger;
}

export interface TestRequest {
  method?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  rawBody?: string;
  key?: string;
  cookie?: string;
  headers?: Record<string, string>;
}

export interface TestAnswer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
}

export interface TestServer {
  url: string;
  server: FastifyInstance;
  platform: Platform;
  /** Every route of the server, HEAD left out. */
  routes: { method: string; url: string }[];
  database: TestDatabase;
  request(path: string, request?: TestRequest): Promise<TestAnswer>;
  /** An API key with the role, of the first test tenant where none is named. */
  keyOf(role: Role, tenant?: string): Promise<string>;
  close(): Promise<void>;
}

/** The web role over a database of its own, listening on a free port: what is asked goes over real HTTP. */
export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { environment = {}, setupToken, webRoot = null, logger = silentLogger, clock } = options;
  const database = await createTestDatabase(clock === undefined ? {} : { clock });
  const config = configSchema.parse({ PORT: '0', ...environment });
  const { db, ids, signals } = database;
  const platform: Platform = { config, db, ids, signals, clock: database.clock, registry: productRegistry(), logger };
  const port = await choosePort(config);
  const url = `http://${config.HOST}:${port}`;
  const auth = createAuth(platform, { secret: 'a secret of tests, long enough to sign with', publicUrl: url });
  const setup = { token: setupToken ?? 'never told', isLocal: setupToken === undefined };
  const routes: TestServer['routes'] = [];
  const onRoute = (route: TestServer['routes'][number]) => {
    if (route.method !== 'HEAD') routes.push(route);
  };
  const server = await createServer({ platform, auth, publicUrl: url, setup, webRoot, onRoute });
  await server.listen({ host: config.HOST, port });
  return {
    url,
    server,
    platform,
    routes,
    database,
    request: (path, request) => send(`${url}${path}`, request),
    async keyOf(role, tenant = database.tenant) {
      const { key } = await db.withTenant(tenant, (tx) => createApiKey(tx, buildWriter(), { name: role, role }));
      return key;
    },
    async close() {
      await server.close();
      await database.close();
    },
  };
}

async function send(url: string, request: TestRequest = {}): Promise<TestAnswer> {
  const { body, rawBody, key, cookie } = request;
  const headers: Record<string, string> = { ...request.headers };
  const payload = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
  if (payload !== undefined) headers['content-type'] ??= 'application/json';
  if (key !== undefined) headers['x-api-key'] = key;
  if (cookie !== undefined) headers.cookie = cookie;
  const response = await fetch(url, {
    method: request.method ?? (payload === undefined ? 'GET' : 'POST'),
    headers,
    redirect: 'manual',
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
