import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { at, nodeProgram, root } from '../../scripts/workspace.mjs';

const admin = { email: 'bench@example.com', password: 'correct horse battery staple' };
const READY_MS = 60_000;

/** Builds the product and starts it with a data directory of its own, which goes when it stops. */
export async function startProduct() {
  const prepared = spawnSync(process.execPath, [at('bench', 'lib', 'prepare.mjs')], { stdio: ['ignore', 2, 2] });
  if (prepared.status !== 0) throw new Error('The product cannot be built');
  const port = await freePort();
  const directory = mkdtempSync(path.join(tmpdir(), 'penstock-bench-'));
  const server = spawn(nodeProgram(), ['server/src/main.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      PENSTOCK_DATA_DIR: directory,
      PENSTOCK_ADMIN_EMAIL: admin.email,
      PENSTOCK_ADMIN_PASSWORD: admin.password,
    },
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await ready(url, server);
    return { url, admin, stop, api: await signedIn(url) };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(url, server) {
  const until = performance.now() + READY_MS;
  while (performance.now() < until && server.exitCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server does not become ready');
}

/** The REST API as the administrator. */
async function signedIn(url) {
  const headers = { 'content-type': 'application/json', origin: url };
  const answer = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify(admin),
  });
  if (!answer.ok) throw new Error(`Signing in fails: ${answer.status}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return async (method, route, body) => {
    const result = await fetch(`${url}/api${route}`, {
      method,
      headers: { ...headers, cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!result.ok) throw new Error(`${method} ${route}: ${result.status} ${await result.text()}`);
    return result.json();
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
