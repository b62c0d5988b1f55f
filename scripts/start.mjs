// From a fresh clone to a running server: installs, generates and builds what is missing or old, then hands over to the server.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { at, buildWeb, generate, installDependencies, nodeProgram, root, SetupError } from './workspace.mjs';

try {
  installDependencies();
  const node = nodeProgram();
  generate();
  buildWeb();
  serve(node);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function serve(node) {
  const env = { ...process.env, NODE_ENV: process.env.NODE_ENV ?? 'production' };
  const server = spawn(node, [at('server', 'src', 'main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  server.on('error', (error) => {
    console.error(`The server does not start: ${error.message}`);
    process.exitCode = 1;
  });
  server.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  let isStopping = false;
  // Once: the server takes a second signal as impatience and ends without tidying up.
  const stop = (signal) => {
    if (!isStopping) server.kill(signal);
    isStopping = true;
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGHUP', () => stop('SIGTERM'));
  // Ctrl-C in a terminal reaches the server by itself; sent to this process alone it has to be passed on.
  process.on('SIGINT', () => process.stdin.isTTY || stop('SIGINT'));
  if (process.env.npm_lifecycle_event !== undefined) onOrphaned(() => stop('SIGTERM'));
}

/** A killed npm tells nobody; without this the server would go on unseen and keep the port. */
function onOrphaned(stop) {
  const parents = npmAndShell();
  setInterval(() => {
    if (npmAndShell() !== parents) stop();
  }, 500).unref();
}

/** npm starts scripts through a shell, which may or may not stay between npm and this process. */
function npmAndShell() {
  try {
    const [name, parent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
      .match(/\((.*)\) \S+ (\d+)/)
      .slice(1);
    return /^(npm|node)/.test(name) ? `${process.ppid}` : `${process.ppid} ${parent}`;
  } catch {
    return `${process.ppid}`;
  }
}
