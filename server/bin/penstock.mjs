#!/usr/bin/env node
// The command line. TypeScript is run by the Node that the workspace brings, whatever Node started this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OURS = 24;
/** The first that runs TypeScript; for systems that the bundled one is not made for. */
const LEAST = 22;
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const bundled = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));
const [major = 0] = process.versions.node.split('.').map(Number);

if (major >= OURS) await import('../src/cli.ts');
else if (existsSync(bundled)) runWith(bundled);
else if (major >= LEAST) await import('../src/cli.ts');
else {
  process.stderr.write(
    `penstock needs Node ${LEAST} or newer, and this is ${process.version}. Run "npm start" once: it brings its own.\n`,
  );
  process.exit(1);
}

function runWith(node) {
  const child = spawn(node, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
