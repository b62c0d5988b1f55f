// From a fresh clone to a verdict: every stage runs, whatever happened to the one before, and the last line counts them all.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium, HOW_TO_GET_CHROMIUM } from './find-chromium.mjs';
import { at, buildWeb, generate, installDependencies, nodeProgram, root, SetupError } from './workspace.mjs';

const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

const WITHOUT_BROWSER = ['--project=!stories:*'];

const results = at('test-results');

const stages = [
  ['static checks', runChecks],
  ['unit and integration tests', () => runVitest('vitest', WITHOUT_BROWSER)],
  ['build of the web application', () => attempt(buildWeb)],
  ['parts in a real browser', () => inBrowser((chromium) => runVitest('stories', ['--project=stories:*'], chromium))],
  ['build of the Storybook', runStorybookBuild],
  ['tests from end to end', () => inBrowser(runPlaywright)],
];

const outcomes = prepare() ? stages.map(runStage) : [FAILED];
const passed = sum(outcomes.map((outcome) => outcome.passed));
const failed = sum(outcomes.map((outcome) => outcome.failed));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Without the dependencies nothing else can run. */
function prepare() {
  const outcome = attempt(() => {
    installDependencies();
    generate();
    nodeProgram();
  });
  mkdirSync(results, { recursive: true });
  return outcome === PASSED;
}

function runStage([name, stage]) {
  console.log(`\n== ${name}`);
  const outcome = stage();
  console.log(`${name}: ${outcome.passed} passed, ${outcome.failed} failed`);
  return outcome;
}

function attempt(work) {
  try {
    work();
    return PASSED;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return FAILED;
  }
}

function runChecks() {
  const file = path.join(results, 'check.json');
  const status = runNode([at('scripts', 'check.mjs'), '--json', file], file);
  return atLeastOneFailure(status, readJson(file) ?? { passed: 0, failed: 0 });
}

function runVitest(name, args, chromium) {
  const file = path.join(results, `${name}.json`);
  const vitest = at('node_modules', 'vitest', 'vitest.mjs');
  const status = runNode(
    [vitest, 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    file,
    chromium === undefined ? {} : { CHROMIUM_PATH: chromium },
  );
  const report = readJson(file);
  if (report === undefined) return FAILED;
  // A file that cannot even be loaded has no tests that could fail.
  const brokenFiles = report.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.length === 0,
  ).length;
  return atLeastOneFailure(status, { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles });
}

/** The stories of the parts are built as they would be published; nothing is published. */
function runStorybookBuild() {
  const storybook = at('node_modules', 'storybook', 'dist', 'bin', 'dispatcher.js');
  const out = path.join(results, 'storybook');
  const args = [storybook, 'build', '--config-dir', at('.storybook'), '--output-dir', out, '--quiet'];
  return runNode(args, path.join(results, 'storybook.json')) === 0 ? PASSED : FAILED;
}

function inBrowser(run) {
  const chromium = findChromium();
  if (chromium !== undefined) return run(chromium);
  console.error(HOW_TO_GET_CHROMIUM);
  return FAILED;
}

function runPlaywright(chromium) {
  if (!readdirSync(at('e2e')).some((name) => name.endsWith('.spec.ts'))) return { passed: 0, failed: 0 };
  const file = path.join(results, 'e2e.json');
  const playwright = at('e2e', 'node_modules', '@playwright', 'test', 'cli.js');
  const status = runNode([playwright, 'test', '--config', at('e2e', 'playwright.config.ts')], file, {
    CHROMIUM_PATH: chromium,
  });
  const stats = readJson(file)?.stats;
  if (stats === undefined) return FAILED;
  return atLeastOneFailure(status, { passed: stats.expected + stats.flaky, failed: stats.unexpected });
}

/** A stage that ended badly without naming a failed test counts as one. */
function atLeastOneFailure(status, counts) {
  return status === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** `report` is removed first: an old one must not speak for this run. */
function runNode(args, report, environment = {}) {
  rmSync(report, { force: true });
  // What the tests start is the workspace's own Node too.
  const PATH = `${at('node_modules', '.bin')}${path.delimiter}${process.env.PATH}`;
  const env = { ...process.env, ...environment, PATH };
  return spawnSync(nodeProgram(), args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status;
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
