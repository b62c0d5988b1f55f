import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLogger } from '../../kernel/logger.ts';
import { stopAbandonedServer } from '../../testing/abandoned-server.ts';
import { type EmbeddedMode, type EmbeddedServer, openEmbeddedServer } from './embedded-server.ts';
import { isAlive } from './processes.ts';

let dataDirectory: string;

beforeEach(() => {
  dataDirectory = mkdtempSync(path.join(tmpdir(), 'penstock-embedded-'));
});
afterEach(async () => {
  await stopAbandonedServer(dataDirectory);
  rmSync(dataDirectory, { recursive: true, force: true });
});

const open = (mode: EmbeddedMode = 'server') => openEmbeddedServer({ dataDirectory, mode, logger: silentLogger });

const postmasterPid = () =>
  Number(readFileSync(path.join(dataDirectory, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function query<Row extends pg.QueryResultRow>(server: Pick<EmbeddedServer, 'url'>, text: string): Promise<Row[]> {
  const client = new pg.Client(server.url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another Penstock process on the same directory; its standard error is the text that it ends with. */
function startProcess(mode: EmbeddedMode, changes: Record<string, string> = {}, uid?: number): ChildProcess {
  const program = fileURLToPath(new URL('../../testing/processes/database-process.ts', import.meta.url));
  const env = { ...process.env, PENSTOCK_DATA_DIR: dataDirectory, DATABASE_URL: '', ...changes };
  return spawn(process.execPath, [program, mode], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
}

async function untilOpen(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`ended: ${child.stderr?.read()}`)));
  await Promise.race([once(child.stdout as NonNullable<typeof child.stdout>, 'data'), ended]);
}

test('a fresh directory becomes a database in UTC that nobody reaches over the network', async () => {
  const server = await open();

  const settings = await query(
    server,
    `SELECT current_user, rolsuper, datlocale, current_setting('TimeZone') AS timezone, current_setting('fsync') AS fsync,
            current_setting('listen_addresses') AS addresses
     FROM pg_roles, pg_database WHERE rolname = current_user AND datname = current_database()`,
  );
  const networkRules = await query({ url: server.superuserUrl }, "SELECT FROM pg_hba_file_rules WHERE type <> 'local'");

  expect(settings).toEqual([
    { current_user: 'penstock', rolsuper: false, datlocale: 'C.UTF-8', timezone: 'UTC', fsync: 'on', addresses: '' },
  ]);
  expect(networkRules).toEqual([]);
  await server.close();
});

test.runIf(process.getuid?.() === 0)('root without user namespaces runs it as an unprivileged user', async () => {
  chmodSync(dataDirectory, 0o755);
  const child = startProcess('server', { PATH: '/nonexistent' });
  await untilOpen(child);

  expect(statSync(path.join(dataDirectory, 'pg')).uid).not.toBe(0);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(existsSync(path.join(dataDirectory, 'pg', 'postmaster.pid'))).toBe(false);
});

test.runIf(process.getuid?.() === 0)('root goes on with a directory that an ordinary user made', async () => {
  const nobody = 65_534;
  chownSync(dataDirectory, nobody, nobody);
  const child = startProcess('server', {}, nobody);
  await untilOpen(child);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);

  const server = await open();
  expect(await query(server, "SELECT to_regclass('projects')::text AS projects")).toEqual([{ projects: 'projects' }]);
  expect(statSync(path.join(dataDirectory, 'pg')).uid).toBe(nobody);
  await server.close();
});

test('a clean stop leaves no process and the next start finds the rows', async () => {
  const first = await open();
  await query(first, 'CREATE TABLE notes AS SELECT 1 AS note');
  const pid = postmasterPid();
  await first.close();
  expect(isAlive(pid)).toBe(false);

  const second = await open();
  expect(await query(second, 'SELECT note FROM notes')).toEqual([{ note: 1 }]);
  await second.close();
});

test('after kill -9 of our process the next one takes over the PostgreSQL that it left', async () => {
  const child = startProcess('server');
  await untilOpen(child);
  const pid = postmasterPid();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isAlive(pid)).toBe(true);

  const server = await open();
  expect(postmasterPid()).toBe(pid);
  await server.close();
  expect(isAlive(pid)).toBe(false);
});

test('a second server process on the same directory is refused with one sentence', async () => {
  const server = await open();

  const child = startProcess('server');
  const [message] = await once(child.stderr as NonNullable<typeof child.stderr>, 'data');
  const [code] = await once(child, 'exit');

  expect(String(message)).toBe(
    `Another Penstock server (process ${process.pid}) works on ${dataDirectory}. Stop it, use another PENSTOCK_DATA_DIR, or set DATABASE_URL to share one PostgreSQL between processes.`,
  );
  expect(code).toBe(1);
  await server.close();
});

test('a command works beside a running server and leaves it running', async () => {
  const server = await open();
  const pid = postmasterPid();

  const client = await open('client');
  expect(await query(client, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await client.close();

  expect(isAlive(pid)).toBe(true);
  await server.close();
});

test('a command starts the database where nobody runs it, and the last one out stops it', async () => {
  const [first, second] = await Promise.all([open('client'), open('client')]);
  const pid = postmasterPid();
  const session = new pg.Client(second.url);
  await session.connect();

  await first.close();
  expect(isAlive(pid)).toBe(true);

  await session.end();
  await second.close();
  expect(isAlive(pid)).toBe(false);
});

test('kill -9 of PostgreSQL under writes loses no acknowledged row, and it is started again by itself', async () => {
  const server = await open();
  await query(server, 'CREATE TABLE notes (note integer PRIMARY KEY)');
  const acknowledged: number[] = [];
  const writers = [0, 1, 2, 3].map((writer) => writeUntilCut(server, writer, acknowledged));
  await expect.poll(() => acknowledged.length).toBeGreaterThan(200);

  const killed = postmasterPid();
  process.kill(killed, 'SIGKILL');
  await Promise.all(writers);

  await expect.poll(() => query(server, 'SELECT 1 AS one').catch(() => []), { timeout: 20_000 }).toEqual([{ one: 1 }]);
  expect(postmasterPid()).not.toBe(killed);
  const kept = new Set((await query<{ note: number }>(server, 'SELECT note FROM notes')).map(({ note }) => note));
  expect(acknowledged.filter((note) => !kept.has(note))).toEqual([]);
  await server.close();
});

/** Writes one row after the other until the connection breaks; a row counts when its INSERT was answered. */
async function writeUntilCut(server: EmbeddedServer, writer: number, acknowledged: number[]): Promise<void> {
  const client = new pg.Client(server.url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (let note = writer; ; note += 4) {
      await client.query('INSERT INTO notes VALUES ($1)', [note]);
      acknowledged.push(note);
    }
  } catch {
    await client.end().catch(() => undefined);
  }
}
