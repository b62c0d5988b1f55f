import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(join(tmpdir(), 'penstock-site-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Penstock</title>');
  writeFileSync(join(webRoot, 'assets', 'app-4f2a.js'), 'export {};');
  server = await createTestServer({ webRoot });
});
afterAll(async () => {
  await server.close();
  rmSync(webRoot, { recursive: true });
});

test.each(['/', '/workflows', '/runs/01900000-0000-7000-8000-000000000001?tab=steps', '/set-up'])(
  '%s is a page of the application',
  async (path) => {
    const answer = await server.request(path);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.text).toContain('<title>Penstock</title>');
  },
);

test('files with a hash in their name are kept for ever', async () => {
  const answer = await server.request('/assets/app-4f2a.js');

  expect(answer.text).toBe('export {};');
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each(['/assets/gone-1111.js', '/api/nothing', '/trpc', '/hooks/github'])(
  '%s is missing, not a page',
  async (path) => {
    const answer = await server.request(path);

    expect(answer.status).toBe(404);
    expect(answer.body.error.code).toBe('ROUTE_NOT_FOUND');
  },
);

test.each(['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/etc/passwd'])(
  '%s leads out of nowhere',
  async (path) => {
    const answer = await server.request(path);

    expect(answer.text).not.toContain('"dependencies"');
    expect(answer.text).not.toContain('root:');
  },
);

test.each(['/', '/api/session', '/api/no-route', '/trpc/session.current', '/api/docs'])(
  'the answer of %s allows scripts of our own files only',
  async (path) => {
    const policy = (await server.request(path)).headers.get('content-security-policy') ?? '';

    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).toContain("frame-ancestors 'none'");
  },
);
