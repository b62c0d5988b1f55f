// Makes what is made from other files: Prisma's client, the registry's catalogue, the list of errors. Cheap when nothing changed.
// --check: catalogue and list are compared instead of written.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);

const schema = at('prisma', 'schema.prisma');
const client = at('server', 'src', 'db', 'prisma-client', 'client.ts');
const stamp = at('node_modules', '.cache', 'penstock', 'prisma-client');
const catalogue = at('server', 'src', 'registry', 'generate-catalogue.ts');

generateClient();
for (const script of [catalogue, at('scripts', 'errors-doc.mjs')])
  run(nodeProgram(), [script, ...process.argv.slice(2)]);

function generateClient() {
  const wanted = fingerprint();
  if (existsSync(client) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  // Prisma wants an engine that it would download and does not need for this: any program that exists satisfies it.
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const prisma = createPath('server', 'node_modules', 'prisma', 'build', 'index.js');
  run(process.execPath, [prisma, 'generate', '--no-hints', '--config', at('prisma', 'prisma.config.ts')], env, true);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** The schema and the version of Prisma that reads it. */
function fingerprint() {
  const { version } = JSON.parse(readFileSync(at('server', 'node_modules', 'prisma', 'package.json'), 'utf8'));
  return createHash('sha256').update(version).update(readFileSync(schema)).digest('hex');
}

function createPath(...parts) {
  const file = at(...parts);
  if (!existsSync(file)) throw new Error(`${file} is missing: install the dependencies first`);
  return file;
}

/** The workspace's own Node runs TypeScript; the machine's may be older. */
function nodeProgram() {
  const own = at('node_modules', '.bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

function run(program, args, env = process.env, isQuiet = false) {
  const result = spawnSync(program, args, { cwd: root, env, encoding: 'utf8', stdio: isQuiet ? 'pipe' : 'inherit' });
  if (result.status === 0) return;
  if (isQuiet) process.stderr.write(`${result.stdout}${result.stderr}`);
  process.exit(result.status ?? 1);
}
