import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { startRuntime } from '../wiring/start-runtime.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './run-command.ts';

let server: TestServer;
let runtime: { close(): Promise<void> };
let folder: string;
let key: string;
let otherKey: string;

/** Counts its runs in the store; fails when it is told to. */
const counter = {
  name: 'Count calls',
  payloadSchemaRef: 'payload.ProjectTaskCreated.v1',
  trigger: { type: 'event', eventName: 'PROJECT_TASK_CREATED' },
  steps: [
    {
      id: 'count',
      type: 'action.call',
      name: 'Count',
      config: {
        actionId: 'store.increment',
        version: 1,
        inputMapping: { namespace: 'calls', key: { $expr: 'payload.title' } },
      },
    },
  ],
};

beforeAll(async () => {
  server = await createTestServer();
  runtime = startRuntime(server.platform);
  folder = mkdtempSync(join(tmpdir(), 'penstock-cli-'));
  key = await server.keyOf('admin');
  otherKey = await server.keyOf('admin', server.database.otherTenant);
});
afterAll(async () => {
  await runtime.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

async function penstock(args: string[], apiKey = key) {
  const out: string[] = [];
  const error: string[] = [];
  const environment = { PENSTOCK_URL: server.url, PENSTOCK_API_KEY: apiKey };
  const terminal = { out: (text: string) => out.push(text), error: (text: string) => error.push(text) };
  const exitCode = await runCommandLine(args, commands, environment, terminal);
  return { exitCode, out: out.join('\n'), error: error.join('\n') };
}

async function json(args: string[], apiKey = key) {
  const { exitCode, out, error } = await penstock([...args, '--json'], apiKey);
  expect([exitCode, error]).toEqual([0, '']);
  return JSON.parse(out);
}

const file = (name: string) => join(folder, name);

function eventOf(title: string): string {
  const ids = { taskId: '01900000-0000-7000-8000-000000000001', projectId: '01900000-0000-7000-8000-000000000002' };
  return JSON.stringify({ ...ids, title, status: 'open' });
}

test('a workflow is checked, made live, started by an event, watched, exported and brought to another tenant', async () => {
  writeFileSync(file('counter.json'), JSON.stringify(counter));
  expect((await penstock(['workflow', 'validate', file('counter.json')])).out).toBe('Count calls: can be published');
  const body = { key: 'count-calls', name: 'Count calls', definition: counter };
  expect((await server.request('/api/workflow-definitions', { key, body })).status).toBe(201);
  expect((await penstock(['workflow', 'publish', 'count-calls'])).out).toMatch(/^count-calls is live as version 1/);

  const sent = await json(['event', 'send', 'PROJECT_TASK_CREATED', '--payload', eventOf('first')]);
  expect(sent.dispatches).toMatchObject([{ workflowKey: 'count-calls', outcome: 'started' }]);
  const [runId] = sent.startedRuns;
  await expect.poll(async () => (await json(['run', 'show', runId])).status, { timeout: 10_000 }).toBe('SUCCEEDED');
  const shown = await penstock(['run', 'show', runId]);
  expect(shown.out).toMatch(/root\.steps\[0\]\s+action\.call\s+SUCCEEDED/);
  expect((await json(['run', 'list', '--status', 'succeeded'])).items).toMatchObject([{ runId }]);

  const payload = {
    ...JSON.parse(eventOf('second')),
    tenantId: server.database.tenant,
    occurredAt: '2026-03-01T09:00:00.000Z',
  };
  const run = await json(['run', 'start', 'count-calls', '--payload', JSON.stringify(payload), '--wait']);
  expect(run.status).toBe('SUCCEEDED');
  expect(await json(['store', 'get', 'calls', 'second'])).toMatchObject({ value: 1 });

  await json(['workflow', 'export', '--key', 'count-calls', '--out', file('bundle.json')]);
  const twice = await json([
    'workflow',
    'export',
    '--key',
    'count-calls',
    '--key',
    'count-calls',
    '--out',
    file('two'),
  ]);
  expect(twice.keys).toEqual(['count-calls', 'count-calls']);
  expect(readFileSync(file('bundle.json'), 'utf8')).toMatch(/\n$/);
  const dryRun = await json(['workflow', 'import', '--file', file('bundle.json'), '--dry-run'], otherKey);
  expect(dryRun.createdWorkflows).toMatchObject([{ key: 'count-calls' }]);
  expect((await json(['workflow', 'list'], otherKey)).items).toEqual([]);
  expect((await penstock(['workflow', 'import', '--file', file('bundle.json')], otherKey)).out).toBe(
    'created count-calls',
  );
  expect((await json(['workflow', 'list'], otherKey)).items).toMatchObject([
    { key: 'count-calls', publishedVersion: 1 },
  ]);
});

test('a bundle whose workflows are there is refused without --force, and changes them with it', async () => {
  const again = await penstock(['workflow', 'import', '--file', file('bundle.json')]);
  expect(again.exitCode).toBe(1);
  expect(again.error).toMatch(/WORKFLOW_KEY_CONFLICT.*count-calls/s);

  expect((await penstock(['workflow', 'import', '--file', file('bundle.json'), '--force'])).out).toBe(
    'updated count-calls',
  );
  const recreated = await json(['workflow', 'import', '--file', file('bundle.json'), '--force=recreate']);
  expect(recreated.deletedWorkflows).toMatchObject([{ key: 'count-calls' }]);
  expect((await penstock(['workflow', 'import', '--file', file('bundle.json'), '--force=maybe'])).exitCode).toBe(2);
});

test('a workflow with errors is not published, and the command says where they are', async () => {
  const broken = {
    ...counter,
    trigger: undefined,
    steps: [{ ...counter.steps[0], config: { actionId: 'store.explode', version: 1 } }],
  };
  writeFileSync(file('broken.json'), JSON.stringify(broken));
  const body = { key: 'broken', name: 'Broken', definition: broken };
  expect((await server.request('/api/workflow-definitions', { key, body })).status).toBe(201);

  const validated = await penstock(['workflow', 'validate', file('broken.json')]);
  const published = await penstock(['workflow', 'publish', 'broken']);

  expect(validated.exitCode).toBe(1);
  expect(published.exitCode).toBe(1);
  for (const { out } of [validated, published]) expect(out).toMatch(/error\s+\w+\s+root\.steps\[0\]/);
});

test('a workflow that is not there is named', async () => {
  const outcome = await penstock(['run', 'start', 'no-such-workflow']);

  expect(outcome.exitCode).toBe(1);
  expect(outcome.error).toMatch(/NOT_FOUND.*no-such-workflow/s);
});
