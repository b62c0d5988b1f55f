import { setTimeout as sleep } from 'node:timers/promises';
import type { CreatePorts } from '../db/create-ports.ts';
import type { Platform } from '../db/platform.ts';
import { isAppError, toAppError } from '../kernel/errors.ts';
import type { Signal } from '../kernel/signals.ts';
import { admitAllTenants } from './admit-all-tenants.ts';
import { createAlarm } from './alarm.ts';
import { type Chore, repeatChore } from './chores.ts';
import { createClaimPump } from './claim-pump.ts';
import { findNextDueAt, findTenantsWithClaimableRuns } from './find-tenants.ts';
import { noRacePoints, type RacePoints } from './race-points.ts';
import { resolveAllDue } from './resolve-all-due.ts';
import { createRunSlots } from './run-slots.ts';
import { createRuntimeContext } from './runtime-context.ts';
import { defaultRuntimeLimits, type RuntimeLimits } from './runtime-limits.ts';
import { sweepSnapshots } from './sweep-snapshots.ts';

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
export function createWorker({ platform, createPorts, racePoints = noRacePoints, ...options }: WorkerOptions): Worker {
  const { db, clock } = platform;
  const limits = { ...defaultRuntimeLimits, ...options.limits };
  const workerId = `worker-${platform.ids.next()}`;
  const note = createNote(platform);
  const stops: (() => unknown)[] = [];
  const underWay = new Set<Promise<void>>();
  let isStopping = false;

  const background = (name: string, work: () => Promise<unknown>): void => {
    if (isStopping) return;
    const done = work().then(
      () => {},
      (error: unknown) => note(name, error),
    );
    underWay.add(done);
    void done.then(() => underWay.delete(done));
  };
  const alarm = createAlarm(clock, () => background('due waits', endDueWaits));
  const onDueAt = (dueAt: Date) => alarm.atLatest(dueAt);
  const context = createRuntimeContext({ platform, createPorts, workerId, limits, racePoints, onDueAt });
  const slots = createRunSlots({ context, isStopping: () => isStopping, onFree: () => pump.pumpForMany() });
  const pump = createClaimPump(slots, (error) => note('claim', error));

  async function endDueWaits(): Promise<void> {
    await resolveAllDue(platform);
    const next = await findNextDueAt(db);
    if (next !== null) alarm.atLatest(next);
  }

  async function poll(): Promise<void> {
    for (const tenant of await findTenantsWithClaimableRuns(db)) pump.add(tenant);
    pump.pump();
    await endDueWaits();
  }

  function onSignal({ kind, tenant, id }: Signal): void {
    if (kind !== 'work') return;
    slots.nudge(id);
    // Without a tenant it means: signals were lost, look everywhere.
    if (tenant === '') background('poll', poll);
    else pump.add(tenant);
    pump.pump();
  }

  return {
    workerId,
    start() {
      const chores: Chore[] = [
        { name: 'poll', everyMs: limits.pollMs, run: poll },
        { name: 'admission', everyMs: ADMISSION_INTERVAL_MS, run: () => admitAllTenants(db) },
        { name: 'snapshots', everyMs: SNAPSHOT_SWEEP_INTERVAL_MS, run: () => sweepSnapshots(platform) },
        ...(options.chores ?? []),
      ];
      const heartbeat = setInterval(() => background('heartbeat', slots.heartbeat), limits.heartbeatMs);
      stops.push(platform.signals.subscribe(onSignal), () => clearInterval(heartbeat));
      stops.push(...chores.map((chore) => repeatChore(chore, note)));
    },
    async stop(graceMs = STOP_GRACE_MS) {
      isStopping = true;
      const stopped = stops.splice(0).map((stop) => stop());
      await Promise.all([...stopped, ...underWay, pump.stop()]);
      alarm.off();
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

function createNote({ logger }: Platform) {
  return (chore: string, error: unknown): void => {
    if (isAppError(error, 'DATABASE_UNAVAILABLE')) logger.warn({ chore }, 'the database is not available');
    else logger.error({ chore, err: toAppError(error) }, 'a chore of the worker failed');
  };
}
