import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../kernel/clock.ts';
import { type OutsideCall, readOutside } from '../testing/actions/outside-file.ts';
import { buildWriter } from '../testing/builders.ts';
import { createTestRuntime, type TestRuntime } from '../testing/create-test-runtime.ts';
import { assign, call, increment } from '../testing/steps.ts';
import { startWorkerProcess, type WorkerProcess } from '../testing/worker-processes.ts';
import { raceOfSeed, type WorkerRace } from '../testing/worker-race.ts';
import { settleOperatorWait } from './waits/settle-operator-wait.ts';

/** As many deaths as one run of this file takes; `CRASH_SEEDS=1000` for a long night. */
const SEEDS = Number(process.env.CRASH_SEEDS ?? 12);
const RUNS_PER_SEED = 4;

const steps = [
  increment('first', 'first'),
  call('outside', 'test.keyed', { value: { $expr: '"a" & payload.n' } }),
  { id: 'pause', type: 'time.wait', config: { mode: 'duration', durationMs: 5 } },
  {
    id: 'each',
    type: 'control.forEach',
    items: { $expr: '[1, 2, 3]' },
    itemVar: 'item',
    body: [increment('inner', 'looped')],
  },
  { id: 'child', type: 'control.callWorkflow', workflowKey: 'child', workflowVersion: 1 },
  call('again', 'test.keyed', { value: { $expr: '"b" & payload.n' } }),
  assign('end', { 'vars.done': 'true' }),
];
const child = { key: 'child', steps: [increment('called', 'called')] };
const doubtful = {
  key: 'doubtful',
  steps: [increment('d', 'doubtful'), call('o', 'test.at_least_once', { value: 'x' })],
};

let rt: TestRuntime;
let outsideFile: string;
let workers: WorkerProcess[];

beforeEach(async () => {
  outsideFile = path.join(mkdtempSync(path.join(tmpdir(), 'penstock-outside-')), 'calls');
  writeFileSync(outsideFile, '');
  workers = [];
  rt = await createTestRuntime({ steps, others: [child, doubtful], clock: systemClock });
});
afterEach(async () => {
  for (const worker of workers) worker.signal('SIGKILL');
  await Promise.all(workers.map((worker) => worker.gone));
  await rt.close();
  rmSync(path.dirname(outsideFile), { recursive: true, force: true });
});

async function startWorker(race?: WorkerRace): Promise<WorkerProcess> {
  const worker = await startWorkerProcess({ url: rt.database.url, outsideFile, ...(race && { race }) });
  workers.push(worker);
  return worker;
}

let started = 0;
async function request(key: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    started += 1;
    await rt.request({ key, payload: { n: String(started) } });
  }
}

interface Open {
  open: number;
}
async function openRuns(): Promise<number> {
  const { rows } = await rt.database.db.withTenant(rt.tenant, (tx) =>
    tx.query<Open>({
      text: `
        SELECT count(*)::int AS open FROM workflow_runs
        WHERE status NOT IN ('SUCCEEDED', 'FAILED', 'CANCELED') AND wait_reason IS DISTINCT FROM 'in_doubt'`,
    }),
  );
  return rows[0]?.open ?? 0;
}

/** Runs whose first three workers all died are in quarantine, rightly: an operator lets them go on. */
async function releaseQuarantined(): Promise<void> {
  const waits = await rt.database.asOwner<{ wait_id: string }>(
    `SELECT wait_id FROM workflow_run_waits WHERE status = 'WAITING' AND payload ->> 'reason' = 'quarantined'`,
  );
  for (const { wait_id: waitId } of waits) {
    const release = { waitId, decision: { type: 'release' as const }, reason: 'the workers died for the test' };
    await rt.database.db.withTenant(rt.tenant, (tx) => settleOperatorWait(tx, buildWriter(), release));
  }
}

async function allOver(withinMs = 60_000): Promise<void> {
  const until = performance.now() + withinMs;
  while ((await openRuns()) > 0) {
    await releaseQuarantined();
    if (performance.now() > until) throw new Error(`${await openRuns()} runs are still open`);
    await sleep(20);
  }
}

/** The process dies by its race, or has nothing left to die at. */
async function untilGoneOrDone(worker: WorkerProcess): Promise<void> {
  let isGone = false;
  void worker.gone.then(() => {
    isGone = true;
  });
  while (!isGone && (await openRuns()) > 0) await sleep(20);
}

async function expectExactlyOnce(runs: number, doubtfulRuns: number): Promise<void> {
  expect(await rt.stored('counts', 'first')).toBe(runs);
  expect(await rt.stored('counts', 'looped')).toBe(3 * runs);
  expect(await rt.stored('counts', 'called')).toBe(runs);
  const mains = await rt.runsOf('main');
  expect(mains.filter(({ status }) => status !== 'SUCCEEDED')).toEqual([]);
  expect(mains).toHaveLength(runs);

  const calls = readOutside(outsideFile);
  const keyed = Map.groupBy(
    calls.filter(({ action }) => action === 'test.keyed'),
    ({ value }) => value,
  );
  expect(keyed.size).toBe(2 * runs);
  // A call may arrive twice after a crash, and then under one key.
  expect([...keyed.values()].filter((same) => new Set(same.map(({ key }) => key)).size > 1)).toEqual([]);
  await expectNothingDoubled(calls, doubtfulRuns);
}

async function expectNothingDoubled(calls: OutsideCall[], doubtfulRuns: number): Promise<void> {
  const doubtfuls = await rt.runsOf('doubtful');
  expect(doubtfuls).toHaveLength(doubtfulRuns);
  const arrived = Map.groupBy(
    calls.filter(({ action }) => action === 'test.at_least_once'),
    ({ runId }) => runId,
  );
  for (const { runId, status } of doubtfuls) {
    expect(['SUCCEEDED', 'WAITING']).toContain(status);
    const times = arrived.get(runId)?.length ?? 0;
    expect(times).toBeLessThanOrEqual(1);
    if (status === 'SUCCEEDED') expect(times).toBe(1);
  }
}

test.each([
  { point: 'claimedBeforeAdvance', hit: 2 },
  { point: 'afterEffectBeforeCommit', hit: 3 },
  { point: 'afterStartedBeforeCall', hit: 2 },
  { point: 'afterCallBeforeCommit', hit: 2 },
  { point: 'afterCommit', hit: 4 },
] as const)('a worker that is killed at $point loses nothing and doubles nothing', async ({ point, hit }) => {
  await request('main', 5);
  await request('doubtful', 2);

  const first = await startWorker({ points: [point], hit, signal: 'SIGKILL' });
  expect(await first.gone).toBe('SIGKILL');
  await startWorker();
  await allOver();

  await expectExactlyOnce(5, 2);
});

test(`${SEEDS} workers die at moments of chance, three at a time, and every run ends with every effect once`, async () => {
  let seed = 0;
  const lane = async () => {
    while (seed < SEEDS) {
      seed += 1;
      const race = raceOfSeed(seed);
      await request('main', RUNS_PER_SEED);
      await request('doubtful', 1);
      const worker = await startWorker(race);
      await untilGoneOrDone(worker);
      worker.signal('SIGKILL');
      await worker.gone;
    }
  };
  await Promise.all([lane(), lane(), lane()]);
  await startWorker();
  await allOver();

  await expectExactlyOnce(SEEDS * RUNS_PER_SEED, SEEDS);
});

test.each([
  'claimedBeforeAdvance',
  'afterEffectBeforeCommit',
  'afterStartedBeforeCall',
  'afterCallBeforeCommit',
] as const)('a worker that stands still at %s past its lease and goes on commits nothing', async (point) => {
  await request('main', 3);
  const sleeper = await startWorker({ points: [point], hit: 1, signal: 'SIGSTOP' });
  await sleep(3_000);
  await startWorker();
  // Its transaction, where it has one, is ended by the database.
  await allOver();
  const before = await rt.database.asOwner('SELECT run_id, fence, updated_at FROM workflow_runs ORDER BY run_id');

  sleeper.signal('SIGCONT');
  await sleep(1_000);

  expect(await rt.database.asOwner('SELECT run_id, fence, updated_at FROM workflow_runs ORDER BY run_id')).toEqual(
    before,
  );
  await expectExactlyOnce(3, 0);
});

test.each([2, 4])('%i workers on one database never execute a run twice at once', async (count) => {
  await request('main', 40);

  for (let index = 0; index < count; index += 1) await startWorker();
  await allOver();

  await expectExactlyOnce(40, 0);
  const calls = readOutside(outsideFile);
  expect(calls).toHaveLength(80);
});
