// What `npm start` and `npm test` need before anything else. Runs on the machine's own Node (20.19 or newer) and without dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const at = (...parts) => path.join(root, ...parts);

const PNPM = 'pnpm@12.21.0';
/** First one that runs TypeScript by itself. */
const MINIMUM_NODE = [22, 18];

/** Something the person at the keyboard can act on; the message is all that is printed. */
export class SetupError extends Error {}

/** Installs what the lockfile says, when it says something new. */
export function installDependencies() {
  const wanted = digest(
    [at('pnpm-lock.yaml'), at('pnpm-workspace.yaml'), at('package.json')].map((file) => readFileSync(file)),
  );
  if (existsSync(at('node_modules', '.pnpm')) && isStamped('install', wanted)) return;
  console.log('Installing dependencies …');
  const { NODE_ENV: _, ...env } = process.env;
  const options = ['--frozen-lockfile', '--prod=false', '--config.confirmModulesPurge=false'];
  run('npx', ['-y', PNPM, 'install', ...options], { env, what: 'Installing the dependencies' });
  stamp('install', wanted);
}

/** Prisma's client and the registry's catalogue. */
export function generate() {
  run(process.execPath, [at('scripts', 'generate.mjs')], { what: 'Generating code' });
}

/** Builds the web application when one of its files changed. */
export function buildWeb() {
  const wanted = digest(webSources().map(describeFile));
  if (existsSync(at('web', 'dist', 'index.html')) && isStamped('web-build', wanted)) return;
  console.log('Building the web application …');
  const env = { ...process.env, PATH: `${at('node_modules', '.bin')}${path.delimiter}${process.env.PATH}` };
  const options = ['--config.verifyDepsBeforeRun=false', '--silent', '--filter', '@penstock/web'];
  run(at('node_modules', '.bin', 'pnpm'), [...options, 'run', 'build'], { env, what: 'Building the web application' });
  stamp('web-build', wanted);
}

/** The Node that came with the dependencies, else the machine's where it is new enough. */
export function nodeProgram() {
  const own = at('node_modules', '.bin', 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isEnough = major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
  if (isEnough) return process.execPath;
  throw new SetupError(
    `Penstock needs Node.js ${MINIMUM_NODE.join('.')} or newer on this system (${process.platform}-${process.arch}); this is ${process.version}.`,
  );
}

/** Errors: SetupError that says what failed. */
function run(program, args, { env = process.env, what }) {
  const { status, error } = spawnSync(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new SetupError(`${what} failed${error ? `: ${error.message}` : ''}.`);
}

/** What the bundle is made of: the web itself, the texts, and the part of the server that it shares. */
function webSources() {
  const folders = [at('web'), at('locales'), at('server', 'src', 'language'), at('server', 'src', 'kernel')];
  return [at('pnpm-lock.yaml'), ...folders.flatMap(filesBelow)];
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

function describeFile(file) {
  const { mtimeMs, size } = statSync(file);
  return `${path.relative(root, file)} ${mtimeMs} ${size}\n`;
}

function digest(parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

const stampFile = (name) => at('node_modules', '.cache', 'penstock', name);

function isStamped(name, wanted) {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === wanted;
}

function stamp(name, value) {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}
