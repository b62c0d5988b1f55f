import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const port = Number(process.env.E2E_PORT ?? 4391);
const baseURL = `http://127.0.0.1:${port}`;
// A new data directory for each run: the story begins with the set-up page. It goes when the run is over and its server has stopped.
const dataDirectory = process.env.E2E_DATA_DIR ?? newDataDirectory();

function newDataDirectory(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'penstock-e2e-'));
  // Workers read this file too and find the directory of the first one.
  process.env.E2E_DATA_DIR = directory;
  process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  // A machine that is busy for a moment is no verdict; what needs a second try is named as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL,
    locale: 'en-GB',
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The first visit needs a server that nobody has visited; every other story comes in as its owner.
  projects: [
    { name: 'first visit', testMatch: 'mirror.spec.ts' },
    { name: 'stories', testIgnore: 'mirror.spec.ts' },
  ],
  webServer: {
    command: 'node_modules/.bin/node server/src/main.ts',
    cwd: path.join(import.meta.dirname, '..'),
    url: `${baseURL}/api/health/ready`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(port),
      PENSTOCK_DATA_DIR: dataDirectory,
      XDG_CONFIG_HOME: path.join(dataDirectory, 'config'),
      LOG_LEVEL: 'warn',
    },
  },
});
