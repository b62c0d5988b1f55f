// The pictures of the documents, made anew: node e2e/pictures.mjs
// Starts the built product with the demo workspace in a directory of its own, waits until its story has been told, and takes each picture.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { chromium } = require('@playwright/test');

const root = path.join(import.meta.dirname, '..');
const images = path.join(root, 'docs/images');
const port = process.env.E2E_PORT ?? '4392';
const owner = { name: 'Maja Lindqvist', email: 'maja@example.com', password: 'correct horse battery' };
const address = `http://127.0.0.1:${port}`;

const WIDE = { width: 1280, height: 800 };
const FULL = { width: 1920, height: 1080 };
const NARROW = { width: 800, height: 1000 };
const TALL = { width: 1280, height: 912 };

/** What is seen on each; `then` brings the page into the state that is worth a picture. */
const pictures = [
  { name: 'workflows', at: () => '/workflows', sizes: { light: WIDE, 800: NARROW } },
  {
    name: 'designer',
    at: () => '/workflows/mirror.set-up-links',
    sizes: { light: WIDE, dark: WIDE, 1920: FULL, 800: NARROW },
    then: selectLink,
  },
  { name: 'data', at: () => '/data?collection=project-task-mirror', sizes: { light: TALL, dark: TALL } },
  { name: 'run', at: mirrorRun, sizes: { light: WIDE, dark: WIDE } },
  { name: 'projects', at: busiestProject, sizes: { light: WIDE } },
];

/** The step that remembers, with its form. */
async function selectLink(page) {
  await page.locator('[data-step="remember-link"]').click();
  await page.locator('[data-pointer="/config/inputMapping/relation"]').waitFor();
}

/** The first run that made a mirror. */
async function mirrorRun(page) {
  const { items } = await read(page, '/workflow-runs?limit=100');
  const runs = items.filter((run) => run.workflowKey?.startsWith('mirror.') && run.status === 'SUCCEEDED');
  const sized = await Promise.all(
    runs
      .slice(-12)
      .map(async ({ runId }) => ({ runId, steps: (await read(page, `/workflow-runs/${runId}/steps`)).items.length })),
  );
  const longest = sized.toSorted((a, b) => b.steps - a.steps)[0];
  if (longest === undefined) throw new Error('The demo has no run of a mirror');
  return `/runs/${longest.runId}`;
}

async function busiestProject(page) {
  const { items } = await read(page, '/v1/projects?search=Website');
  return `/projects/${items[0].id}`;
}

async function read(page, route) {
  const answer = await page.request.get(`${address}/api${route}`);
  if (!answer.ok()) throw new Error(`${route}: ${await answer.text()}`);
  return answer.json();
}

/** The demo plays its story in the background: it is over when no run is under way any more. */
async function untilQuiet(page) {
  for (let tries = 0; tries < 240; tries += 1) {
    const { items } = await read(page, '/workflow-runs?limit=100');
    const isQuiet = items.length > 10 && items.every((run) => run.status !== 'RUNNING' && run.status !== 'QUEUED');
    if (isQuiet) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The story of the demo does not come to an end');
}

async function take(browser, state, { name, at, sizes, then }) {
  for (const [suffix, viewport] of Object.entries(sizes)) {
    const context = await browser.newContext({
      baseURL: address,
      storageState: state,
      viewport,
      locale: 'en-GB',
      colorScheme: suffix === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(await at(page));
    await page.waitForLoadState('networkidle').catch(() => undefined);
    await page.locator('main').waitFor();
    await then?.(page);
    await page.mouse.move(viewport.width - 2, viewport.height - 2);
    await page.evaluate(() => document.fonts.ready);
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    await page.screenshot({ path: path.join(images, `${name}-${suffix}.png`), animations: 'disabled' });
    console.log(`${name}-${suffix}.png`);
    await context.close();
  }
}

async function signedIn(browser) {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('Your name').fill(owner.name);
  await page.getByLabel('E-mail').fill(owner.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Workflows', level: 1 }).waitFor();
  await untilQuiet(page);
  const state = await context.storageState();
  await context.close();
  return state;
}

async function startDemo() {
  const directory = mkdtempSync(path.join(tmpdir(), 'penstock-pictures-'));
  const server = spawn(path.join(root, 'node_modules/.bin/node'), ['server/src/main.ts', '--demo'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PORT: port,
      PENSTOCK_DATA_DIR: directory,
      LOG_LEVEL: 'warn',
    },
  });
  for (let tries = 0; tries < 120; tries += 1) {
    const ready = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (ready?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
    rmSync(directory, { recursive: true, force: true });
  };
}

const stop = await startDemo();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
});
try {
  const state = await signedIn(browser);
  for (const picture of pictures) await take(browser, state, picture);
} finally {
  await browser.close();
  await stop();
}
