import { setTimeout as sleep } from 'node:timers/promises';
import type { CreatePorts } from '../db/create-ports.ts';
import type { Platform } from '../db/platform.ts';
import { isAppError, toAppError } from '../kernel/errors.ts';
import { admitAllTenants } from './admit-all-tenants.ts';
import { createAlarm } from './alarm.ts';
import { findNextDueAt, findTenantsWithClaimableRuns } from './find-tenants.ts';
import { noRacePoints, type RacePoints } from './race-points.ts';
import { resolveAllDue } from './resolve-all-due.ts';
import { createRunSlots } from './run-slots.ts';
import { createRuntimeContext } from './runtime-context.ts';
import { defaultRuntimeLimits, type RuntimeLimits } from './runtime-limits.ts';
import { sweepSnapshots } from './sweep-snapshots.ts';

/** Work that is done again and again beside the runs; a failure is logged and the next turn tries again. */
export interface Chore {
  name: string;
  everyMs: number;
  run(): Promise<unknown>;
}

export interface WorkerOptions {
  platform: Platform;
  createPorts: CreatePorts;
  limits?: Partial<RuntimeLimits>;
  racePoints?: RacePoints;
  /** Sweeps of other capabilities (expired store entries), dispatchers. */
  chores?: readonly Chore[];
}

export interface Worker {
  readonly workerId: string;
  start(): void;
  /**
   * Takes no more runs, lets those under way come to their next boundary and gives them back; after `graceMs` calls to the outside
   * are aborted.
   */
  stop(graceMs?: number): Promise<void>;
}

const ADMISSION_INTERVAL_MS = 5_000;
const SNAPSHOT_SWEEP_INTERVAL_MS = 10 * 60_000;
const STOP_GRACE_MS = 10_000;

/**
 * The worker role: claims runs and advances them, ends waits whose time has come, keeps its leases and does the chores. Woken by
 * signals and by an alarm at the next due wait; the poll is the safety net behind both.
 */
export function createWorker({
  platform,
  createPorts,
  limits,
  racePoints = noRacePoints,
  chores = [],
}: WorkerOptions): Worker {
  const { db, clock, logger, signals } = platform;
  const allLimits = { ...defaultRuntimeLimits, ...limits };
  const workerId = `worker-${platform.ids.next()}`;
  const alarm = createAlarm(clock, () => background('due waits', endDueWaits));
  const context = createRuntimeContext({
    platform,
    createPorts,
    workerId,
    limits: allLimits,
    racePoints,
    onDueAt: (dueAt) => alarm.atLatest(dueAt),
  });
  const slots = createRunSlots({ context, isStopping: () => isStopping, onFree: () => pump() });
  const ready = new Set<string>();
  const stopped: (() => void)[] = [];
  let isStopping = false;
  let pumping: Promise<void> | null = null;

  /** Claims for the tenants that have something, as long as there is room. One at a time; what comes meanwhile is seen to as well. */
  function pump(): void {
    if (isStopping || pumping !== null || ready.size === 0) return;
    pumping = claimReady()
      .catch((error: unknown) => note('claim', error))
      .finally(() => {
        pumping = null;
        if (ready.size > 0 && slots.free > 0) setImmediate(pump);
      });
  }

  async function claimReady(): Promise<void> {
    for (const tenant of [...ready]) {
      const { free } = slots;
      if (free <= 0 || isStopping) return;
      // Signals that come from here on set it again.
      ready.delete(tenant);
      if ((await slots.claim(tenant)) >= free) ready.add(tenant);
    }
  }

  async function poll(): Promise<void> {
    for (const tenant of await findTenantsWithClaimableRuns(db)) ready.add(tenant);
    pump();
    await endDueWaits();
  }

  async function endDueWaits(): Promise<void> {
    await resolveAllDue(platform);
    const next = await findNextDueAt(db);
    if (next !== null) alarm.atLatest(next);
  }

  function note(name: string, error: unknown): void {
    if (isAppError(error, 'DATABASE_UNAVAILABLE')) logger.warn({ chore: name }, 'the database is not available');
    else logger.error({ chore: name, err: toAppError(error) }, 'a chore of the worker failed');
  }

  function background(name: string, work: () => Promise<unknown>): void {
    if (!isStopping) work().catch((error: unknown) => note(name, error));
  }

  /** The next turn begins `everyMs` after the last one ended, so that a slow one is never doubled. */
  function repeat({ name, everyMs, run }: Chore): void {
    let timer: NodeJS.Timeout;
    const turn = async () => {
      try {
        await run();
      } catch (error) {
        note(name, error);
      }
      if (!isStopping) timer = setTimeout(turn, everyMs);
    };
    timer = setTimeout(turn, 0);
    stopped.push(() => clearTimeout(timer));
  }

  return {
    workerId,
    start() {
      stopped.push(
        signals.subscribe(({ kind, tenant, id }) => {
          if (kind !== 'work') return;
          slots.nudge(id);
          // Without a tenant it means: signals were lost, look everywhere.
          if (tenant === '') background('poll', poll);
          else ready.add(tenant);
          pump();
        }),
      );
      repeat({ name: 'poll', everyMs: allLimits.pollMs, run: poll });
      repeat({ name: 'admission', everyMs: ADMISSION_INTERVAL_MS, run: () => admitAllTenants(db) });
      repeat({ name: 'snapshots', everyMs: SNAPSHOT_SWEEP_INTERVAL_MS, run: () => sweepSnapshots(platform) });
      for (const chore of chores) repeat(chore);
      const heartbeat = setInterval(() => background('heartbeat', slots.heartbeat), allLimits.heartbeatMs);
      stopped.push(() => clearInterval(heartbeat));
    },
    async stop(graceMs = STOP_GRACE_MS) {
      isStopping = true;
      for (const stop of stopped.splice(0)) stop();
      alarm.off();
      await pumping;
      const patience = new AbortController();
      const grace = sleep(graceMs, undefined, { signal: patience.signal, ref: false }).then(
        slots.abortAll,
        () => undefined,
      );
      await slots.drained();
      patience.abort();
      await grace;
    },
  };
}
