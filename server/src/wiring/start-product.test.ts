import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { createTestDatabase } from '../testing/test-database.ts';

// Whole processes, each with a database to make: slow where many tests share a machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const cli = fileURLToPath(new URL('../../bin/penstock.mjs', import.meta.url));

const folders: string[] = [];
const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Program {
  child: ChildProcess;
  output(): string;
  /** Waits until the program has printed it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  ended: Promise<number | null>;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'penstock-'));
  folders.push(folder);
  return folder;
}

function run(file: string, args: string[], environment: Record<string, string>): Program {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, LOG_LEVEL: 'error', ...environment };
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    child,
    output: () => output,
    ended,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (match !== null) resolve(match);
        };
        listeners.add(look);
        ended.then(() => reject(new Error(`the program ended with: ${output}`)), reject);
        look();
      }),
  };
}

test('the product starts from nothing, serves its command line beside itself and stops cleanly', async () => {
  const folder = newFolder();
  const settings = { PENSTOCK_DATA_DIR: join(folder, 'data'), XDG_CONFIG_HOME: join(folder, 'settings') };
  const product = run(main, [], {
    ...settings,
    PORT: '0',
    PENSTOCK_ADMIN_EMAIL: 'Ada@example.org',
    PENSTOCK_ADMIN_PASSWORD: 'a-long-password',
  });
  const [, url = ''] = await product.printed(/ready at (\S+)\n/);
  await product.printed(/Sign in as Ada@example.org/);

  const made = run(cli, ['api-key', 'create', '--role', 'admin', '--json'], settings);
  expect(await made.ended).toBe(0);
  const { key } = JSON.parse(made.output());
  const session = await fetch(`${url}/api/session`, { headers: { 'x-api-key': key } });
  expect(await session.json()).toMatchObject({ role: 'admin', tenant: { slug: 'default' } });
  expect((await fetch(`${url}/api/health/ready`)).status).toBe(200);
  const keyFile = join(folder, 'settings', 'penstock', 'master.key');
  expect(statSync(keyFile).mode & 0o777, 'the master key is for its owner only').toBe(0o600);

  product.child.kill('SIGTERM');
  expect(await product.ended).toBe(0);

  const status = run(cli, ['db', 'status', '--json'], settings);
  expect(await status.ended).toBe(0);
  expect(JSON.parse(status.output())).toMatchObject({ kind: 'embedded', isCurrent: true });
});

test('where others can reach the server, the start prints the token that the set-up page asks for', async () => {
  const database = await createTestDatabase();
  const settings = { DATABASE_URL: database.url, XDG_CONFIG_HOME: newFolder() };
  const product = run(main, [], { ...settings, PORT: '0', HOST: '0.0.0.0' });
  const [, url = ''] = await product.printed(/ready at (\S+)\n/);
  const [, token = ''] = await product.printed(/token: (\S+)\n/);

  const owner = { email: 'ada@example.org', name: 'Ada', password: 'a-long-password' };
  const create = (body: object) =>
    fetch(`${url}/trpc/setup.createOwner`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await create(owner)).status).toBe(403);
  expect((await create({ ...owner, token })).status).toBe(200);
  product.child.kill('SIGTERM');
  expect(await product.ended).toBe(0);
  await database.close();
});

test('a web process takes events in and a worker process does the runs, on one database', async () => {
  const database = await createTestDatabase();
  const settings = {
    DATABASE_URL: database.url,
    XDG_CONFIG_HOME: newFolder(),
    PENSTOCK_ADMIN_EMAIL: 'ada@example.org',
    PENSTOCK_ADMIN_PASSWORD: 'a-long-password',
  };
  const web = run(main, [], { ...settings, PORT: '0', PENSTOCK_ROLE: 'web' });
  const [, url = ''] = await web.printed(/ready at (\S+)\n/);
  const made = run(cli, ['api-key', 'create', '--role', 'admin', '--json'], settings);
  expect(await made.ended).toBe(0);
  const headers = { 'x-api-key': JSON.parse(made.output()).key, 'content-type': 'application/json' };
  const api = async (method: string, route: string, body?: object) => {
    const answer = await fetch(`${url}/api${route}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return (await answer.json()) as Record<string, string>;
  };
  const definition = {
    id: 'split',
    version: 1,
    name: 'Split',
    payloadSchemaRef: 'payload.Empty.v1',
    steps: [{ id: 'done', type: 'state.set', config: { state: 'DONE' } }],
  };
  const { workflowId } = await api('POST', '/workflow-definitions', { name: 'Split', definition });
  await api('POST', `/workflow-definitions/${workflowId}/draft/publish`, {});

  const started = await api('POST', '/workflow-runs', { workflowId, payload: {} });
  const statusOf = async () => (await api('GET', `/workflow-runs/${started.runId}`)).status;
  expect(await statusOf(), 'nobody is there to do it').toBe('RUNNING');
  const worker = run(main, [], { ...settings, PENSTOCK_ROLE: 'worker' });
  await worker.printed(/worker is ready/);

  await expect.poll(statusOf).toBe('SUCCEEDED');
  worker.child.kill('SIGTERM');
  web.child.kill('SIGTERM');
  expect(await Promise.all([worker.ended, web.ended])).toEqual([0, 0]);
  await database.close();
});

test('with --demo, the workspace fills itself as soon as there is an owner, by runs of its own', async () => {
  const database = await createTestDatabase();
  const settings = { DATABASE_URL: database.url, XDG_CONFIG_HOME: newFolder() };
  const product = run(main, ['--demo'], { ...settings, PORT: '0' });
  const [, url = ''] = await product.printed(/ready at (\S+)\n/);
  await product.printed(/loaded as soon as there is an owner/);

  await fetch(`${url}/trpc/setup.createOwner`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'ada@example.org', name: 'Ada', password: 'a-long-password' }),
  });

  const statuses = async () => {
    const rows = await database.asOwner<{ status: string }>(
      'SELECT DISTINCT status FROM workflow_runs ORDER BY status',
    );
    return rows.map(({ status }) => status);
  };
  const complete = ['CANCELED', 'FAILED', 'SUCCEEDED', 'WAITING'];
  await expect.poll(statuses, { timeout: 60_000 }).toEqual(complete);
  product.child.kill('SIGTERM');
  expect(await product.ended).toBe(0);
  await database.close();
});

test('told twice at once, as by a terminal and by npm, the product still stops cleanly', async () => {
  const folder = newFolder();
  const settings = { PENSTOCK_DATA_DIR: join(folder, 'data'), XDG_CONFIG_HOME: folder };
  const product = run(main, [], { ...settings, PORT: '0' });
  await product.printed(/ready at (\S+)\n/);

  product.child.kill('SIGINT');
  product.child.kill('SIGTERM');

  expect(await product.ended).toBe(0);
  expect(readdirSync(join(folder, 'data', 'pg'))).not.toContain('postmaster.pid');
});

test.each([
  {
    name: 'a port that is no number',
    environment: { PORT: 'many' },
    sentence: /environment variable PORT is not usable/,
  },
  { name: 'a role that is none', environment: { PENSTOCK_ROLE: 'boss' }, sentence: /PENSTOCK_ROLE/ },
  {
    name: 'a database address of another kind',
    environment: { DATABASE_URL: 'mysql://x/y' },
    sentence: /DATABASE_URL/,
  },
  { name: 'an option that is none', args: ['--demmo'], environment: {}, sentence: /--demmo/ },
])('$name stops the start with one sentence', async ({ environment, sentence, args = [] }) => {
  const product = run(main, args, { PENSTOCK_DATA_DIR: newFolder(), ...environment });

  expect(await product.ended).toBe(1);
  expect(product.output()).toMatch(sentence);
  expect(product.output().trim().split('\n')).toHaveLength(1);
});

test('a port that is taken stops the start with one sentence, and the database with it', async () => {
  const folder = newFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const product = run(main, [], { PENSTOCK_DATA_DIR: folder, XDG_CONFIG_HOME: folder, PORT: String(port) });

  expect(await product.ended).toBe(1);
  expect(product.output()).toContain(`Port ${port} on 127.0.0.1 is in use`);
  expect(readdirSync(join(folder, 'pg'))).not.toContain('postmaster.pid');
  other.close();
});
