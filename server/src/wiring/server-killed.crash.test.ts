import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const RUNS = 500;
const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const cli = fileURLToPath(new URL('../../bin/penstock.mjs', import.meta.url));

const folder = mkdtempSync(path.join(tmpdir(), 'penstock-killed-'));
const settings = {
  PENSTOCK_DATA_DIR: path.join(folder, 'data'),
  XDG_CONFIG_HOME: path.join(folder, 'settings'),
  PENSTOCK_ADMIN_EMAIL: 'ada@example.org',
  PENSTOCK_ADMIN_PASSWORD: 'a-long-password',
};

let server: ChildProcess;
let url: string;
let key: string;

beforeAll(async () => {
  await startServer();
  key = await createKey();
});
afterAll(async () => {
  if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
});

function spawned(file: string, args: string[], environment: Record<string, string> = {}): ChildProcess {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, LOG_LEVEL: 'error', ...settings, ...environment };
  return spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function startServer(): Promise<void> {
  server = spawned(main, [], { PORT: '0' });
  let output = '';
  for await (const chunk of server.stdout ?? []) {
    output += String(chunk);
    const ready = /ready at (\S+)\n/.exec(output);
    if (ready?.[1] !== undefined) {
      url = ready[1];
      return;
    }
  }
  throw new Error(`the server did not start: ${output}`);
}

async function createKey(): Promise<string> {
  const command = spawned(cli, ['api-key', 'create', '--tenant', 'default', '--role', 'admin', '--json']);
  let output = '';
  for await (const chunk of command.stdout ?? []) output += String(chunk);
  return JSON.parse(output).key;
}

async function api<Answer>(method: string, route: string, body?: unknown): Promise<Answer> {
  const headers = { 'x-api-key': key, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api${route}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text}`);
  return JSON.parse(text) as Answer;
}

const expr = (text: string) => ({ $expr: text });

function call(id: string, actionId: string, inputMapping: object) {
  return { id, type: 'action.call', config: { actionId, version: 1, inputMapping } };
}

/** A hot counter, a key and a link of its own, a durable pause, and the counter again. */
const definition = {
  id: 'counted',
  version: 1,
  name: 'Counted',
  payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
  trigger: { type: 'event', eventName: 'PROJECT_TASK_CREATED' },
  steps: [
    call('count', 'store.increment', { namespace: 'killed', key: 'before' }),
    call('remember', 'store.set', { namespace: 'seen', key: expr('payload.taskId'), value: expr('payload.title') }),
    { id: 'pause', type: 'time.wait', config: { mode: 'duration', durationMs: 300 } },
    call('link', 'links.upsert', {
      namespace: 'killed',
      from: { type: 'project_task', id: expr('payload.taskId') },
      to: { type: 'project', id: expr('payload.projectId') },
    }),
    call('count-again', 'store.increment', { namespace: 'killed', key: 'after', by: 2 }),
  ],
};

async function countOf(status: string): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const query: string = `/workflow-runs?status=${status}&limit=200${cursor === null ? '' : `&cursor=${cursor}`}`;
    const page: { items: unknown[]; nextCursor: string | null } = await api('GET', query);
    count += page.items.length;
    cursor = page.nextCursor;
  } while (cursor !== null);
  return count;
}

async function until(condition: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it did not come to that in time');
    await pause(50);
  }
}

test('a server killed in the middle of 500 runs ends all of them after its next start, and every value is exact', async () => {
  const created = await api<{ workflowId: string }>('POST', '/workflow-definitions', { name: 'Counted', definition });
  const published = await api<{ ok: boolean }>('POST', `/workflow-definitions/${created.workflowId}/draft/publish`, {});
  expect(published).toMatchObject({ ok: true });
  const projectId = crypto.randomUUID();
  const events = Array.from({ length: RUNS }, (_, index) => ({
    eventName: 'PROJECT_TASK_CREATED',
    eventId: `killed-${index}`,
    payload: { taskId: crypto.randomUUID(), projectId, title: `Task ${index}`, status: 'open' },
  }));
  await api('POST', '/workflow/events', events);
  let ended = 0;
  await until(async () => {
    ended = await countOf('SUCCEEDED');
    return ended > 20;
  }, 30_000);
  expect(ended, 'the server is killed in the middle').toBeLessThan(RUNS);

  server.kill('SIGKILL');
  await once(server, 'exit');
  await startServer();

  await until(async () => (await countOf('SUCCEEDED')) === RUNS, 120_000);
  expect(await countOf('FAILED')).toBe(0);
  expect(await api('GET', '/workflow/store/killed/before')).toMatchObject({ value: RUNS, revision: RUNS });
  expect(await api('GET', '/workflow/store/killed/after')).toMatchObject({ value: 2 * RUNS, revision: RUNS });
  const namespaces = await api<{ items: { namespace: string; keyCount: number }[] }>('GET', '/workflow/store');
  expect(namespaces.items).toContainEqual({ namespace: 'seen', keyCount: RUNS });
  const links = await api<{ items: { namespace: string; linkCount: number }[] }>('GET', '/workflow/links');
  expect(links.items).toContainEqual({ namespace: 'killed', linkCount: RUNS });
});
