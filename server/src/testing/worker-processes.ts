import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { OUTSIDE_FILE_VARIABLE } from './actions/outside-file.ts';
import type { WorkerRace } from './worker-race.ts';

const ENTRY = fileURLToPath(new URL('./processes/worker-process.ts', import.meta.url));

export interface WorkerProcess {
  readonly pid: number;
  /** Ends when the process is gone; the signal that ended it. */
  readonly gone: Promise<NodeJS.Signals | null>;
  signal(signal: NodeJS.Signals): void;
  /** Lets it finish what it has under way. */
  stop(): Promise<void>;
}

/** Starts a worker of its own on a test database. */
export async function startWorkerProcess(options: {
  url: string;
  outsideFile: string;
  race?: WorkerRace;
}): Promise<WorkerProcess> {
  const { url, outsideFile, race = null } = options;
  const child = spawn(process.execPath, [ENTRY], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      [OUTSIDE_FILE_VARIABLE]: outsideFile,
      PENSTOCK_TEST_RACE: JSON.stringify(race),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null);
  await Promise.race([firstWord(child), gone]);
  return {
    pid: child.pid ?? 0,
    gone,
    signal: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function firstWord(child: ChildProcess): Promise<void> {
  if (child.stdout !== null) await once(child.stdout, 'data');
}
