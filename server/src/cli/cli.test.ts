import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { commands } from './commands.ts';
import { runCommandLine } from './run-command.ts';

let server: TestServer;
let key: string;
let folder: string;

beforeAll(async () => {
  server = await createTestServer();
  key = await server.keyOf('admin');
  folder = mkdtempSync(join(tmpdir(), 'penstock-cli-'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Outcome {
  exitCode: number;
  out: string;
  error: string;
}

async function penstock(line: string | string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const args = typeof line === 'string' ? line.split(' ') : line;
  const out: string[] = [];
  const error: string[] = [];
  const usual = { PENSTOCK_URL: server.url, PENSTOCK_API_KEY: key, DATABASE_URL: server.database.url };
  const terminal = { out: (text: string) => out.push(text), error: (text: string) => error.push(text) };
  const exitCode = await runCommandLine(args, commands, { ...usual, ...environment }, terminal);
  return { exitCode, out: out.join('\n'), error: error.join('\n') };
}

async function json(line: string | string[]) {
  const { out, error, exitCode } = await penstock(typeof line === 'string' ? `${line} --json` : [...line, '--json']);
  expect([exitCode, error]).toEqual([0, '']);
  return JSON.parse(out);
}

test('a person made on the command line signs in', async () => {
  const made = await json(
    'user create --email Grace@Example.org --password a-long-password --role editor --tenant acme',
  );

  expect(made).toMatchObject({ email: 'grace@example.org', role: 'editor', tenantId: server.database.tenant });
  const body = { email: 'grace@example.org', password: 'a-long-password' };
  expect((await server.request('/api/auth/sign-in/email', { body })).status).toBe(200);
});

test('a new slug makes a new tenant', async () => {
  const first = await json(
    'user create --email a@initech.example --password a-long-password --role owner --tenant initech',
  );
  const second = await json(
    'user create --email b@initech.example --password a-long-password --role viewer --tenant initech',
  );

  expect(second.tenantId).toBe(first.tenantId);
  expect([server.database.tenant, server.database.otherTenant]).not.toContain(first.tenantId);
});

test('a key made on the command line works at once and only in its tenant', async () => {
  const { key: made } = await json('api-key create --tenant globex --role viewer --name reader');

  const session = await server.request('/api/session', { key: made });
  expect(session.body).toMatchObject({ tenant: { slug: 'globex' }, role: 'viewer', user: { name: 'reader' } });
});

test('the first key can come before the first person, and makes the first tenant', async () => {
  const { key: made } = await json('api-key create --role admin');

  const session = await server.request('/api/session', { key: made });
  expect(session.body).toMatchObject({ tenant: { slug: 'default' }, role: 'admin' });
  expect(await json('api-key create --role viewer')).toMatchObject({ tenant: 'default' });
});

test('the database tells that it is up to date', async () => {
  expect(await json('db migrate')).toEqual({ applied: [] });
  expect(await json('db status')).toMatchObject({ kind: 'external', isCurrent: true });
});

test('values go into the store, are counted, listed and taken out', async () => {
  expect(await json(['store', 'set', 'cli', 'a/b c', '{"n":1}'])).toMatchObject({ revision: 1, created: true });
  expect((await penstock(['store', 'get', 'cli', 'a/b c'])).out).toBe('{\n  "n": 1\n}');
  expect(await json('store increment cli counter --by=2.5')).toEqual({ value: 2.5, revision: 1 });
  expect((await json('store list cli --prefix a')).items).toMatchObject([{ key: 'a/b c' }]);
  expect(await json(['store', 'set', 'cli', 'word', '12', '--type', 'string'])).toMatchObject({ revision: 1 });
  expect((await penstock('store get cli word')).out).toBe('"12"');
  expect(await json('store delete cli counter')).toEqual({ deleted: true });
});

test('records are linked, looked up from both ends and unlinked', async () => {
  await json(['link', 'upsert', 'mirrors', '--from', 'task:a:1', '--to', 'task:b', '--attributes', '{"since":"now"}']);

  expect((await json('link lookup mirrors --from task:a:1')).items).toMatchObject([{ type: 'task', id: 'b' }]);
  expect((await json('link lookup mirrors --from task:b --direction reverse')).items).toMatchObject([{ id: 'a:1' }]);
  expect(await json('link delete mirrors --from task:a:1 --to task:b')).toEqual({ deletedCount: 1 });
  expect((await json('link list mirrors')).items).toEqual([]);
});

test('an event is sent with a payload from a file', async () => {
  const file = join(folder, 'event.json');
  const ids = { taskId: '01900000-0000-7000-8000-000000000001', projectId: '01900000-0000-7000-8000-000000000002' };
  writeFileSync(file, JSON.stringify({ ...ids, title: 'Call back', status: 'open' }));

  const sent = await json(['event', 'send', 'PROJECT_TASK_CREATED', '--payload', file, '--event-id', 'from-cli']);

  expect(sent).toMatchObject({ eventId: 'from-cli', startedRuns: [] });
});

test.each([
  { name: 'an unknown command', line: 'flow list', exitCode: 2, error: /no command "flow list"/ },
  { name: 'an unknown option', line: 'store get a b --colour red', exitCode: 2, error: /colour/ },
  { name: 'a missing argument', line: 'store get a', exitCode: 2, error: /KEY is missing/ },
  { name: 'an argument too many', line: 'store get a b c', exitCode: 2, error: /What is c\?/ },
  { name: 'an option given twice', line: 'store get a b --json --json', exitCode: 2, error: /--json is there 2 times/ },
  { name: 'a missing option', line: 'api-key create', exitCode: 2, error: /--role is missing/ },
  { name: 'a role that is none', line: 'api-key create --role god', exitCode: 2, error: /--role/ },
  {
    name: 'a payload that is no JSON',
    line: 'event send X --payload {oops',
    exitCode: 2,
    error: /--payload takes JSON or a file/,
  },
  {
    name: 'a tenant that is not there',
    line: 'api-key create --role viewer --tenant nowhere',
    exitCode: 1,
    error: /no tenant nowhere/,
  },
  { name: 'a value that is not there', line: 'store get cli nothing', exitCode: 1, error: /NOT_FOUND/ },
  {
    name: 'a file that is not there',
    line: 'workflow import --file /nowhere/bundle.json',
    exitCode: 1,
    error: /cannot be read/,
  },
  {
    name: 'a server that does not answer',
    line: 'workflow list --base-url http://127.0.0.1:1',
    exitCode: 1,
    error: /does not answer/,
  },
])('$name ends with exit code $exitCode and a sentence', async ({ line, exitCode, error }) => {
  const outcome = await penstock(line);

  expect(outcome.exitCode).toBe(exitCode);
  expect(outcome.error).toMatch(error);
  expect(outcome.error).not.toMatch(/\n\s+at /);
  expect(outcome.out).toBe('');
});

test('without a key the command says where one goes', async () => {
  const outcome = await penstock('store get a b', { PENSTOCK_API_KEY: '' });

  expect([outcome.exitCode, outcome.error]).toEqual([1, 'No API key: give --api-key or set PENSTOCK_API_KEY.']);
});

test('a key that may not is told which permission it lacks', async () => {
  const viewer = await server.keyOf('viewer');

  const outcome = await penstock(['store', 'set', 'a', 'b', '1', '--api-key', viewer]);

  expect(outcome.exitCode).toBe(1);
  expect(outcome.error).toMatch(/PERMISSION_DENIED.*workflow:manage/);
});

test('help lists every command, and tells what each one takes', async () => {
  const overview = await penstock('--help');
  expect(overview.exitCode).toBe(0);
  for (const { name } of commands) {
    expect(overview.out).toContain(name);
    const help = await penstock([...name.split(' '), '--help']);
    expect(help.exitCode).toBe(0);
    expect(help.out).toContain(`penstock ${name}`);
  }
});

test('an exported bundle is written to a file byte for byte', async () => {
  const file = join(folder, 'none.json');

  const outcome = await penstock(['workflow', 'export', '--key', 'no.such.workflow', '--out', file]);

  expect(outcome.exitCode).toBe(1);
  expect(() => readFileSync(file)).toThrow(/ENOENT/);
});
