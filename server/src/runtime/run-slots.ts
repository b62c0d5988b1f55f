import { isAppError, toAppError } from '../kernel/errors.ts';
import { advanceRun } from './advance-run.ts';
import { type ClaimedRun, claimRuns } from './claim-runs.ts';
import type { HeldRun } from './held-run.ts';
import { type RunRecord, readRuns } from './load-run.ts';
import { releaseLease } from './release-lease.ts';
import { renewLeases } from './renew-leases.ts';
import type { RuntimeContext } from './runtime-context.ts';

interface Slot extends ClaimedRun {
  tenant: string;
  leaseUntilMs: number;
  held: HeldRun | null;
  nudge: PromiseWithResolvers<void>;
  done: Promise<void>;
}

/** The runs that a worker advances at this moment. */
export interface RunSlots {
  readonly free: number;
  /** Half of the places at least are free. */
  readonly hasRoom: boolean;
  /** Claims runs of the tenant and begins to advance them; answers how many. */
  claim(tenant: string): Promise<number>;
  /** Renews all leases; runs that are lost are aborted. */
  heartbeat(): Promise<void>;
  /** Something for the run may have arrived, or it was cancelled; '' = for any run. */
  nudge(runId: string): void;
  /** Ends when no run is advanced any more. */
  drained(): Promise<void>;
  /** Aborts the calls that are still under way. */
  abortAll(): void;
}

export interface RunSlotsOptions {
  context: RuntimeContext;
  isStopping(): boolean;
  /** A slot became free. */
  onFree(): void;
}

export function createRunSlots({ context, isStopping, onFree }: RunSlotsOptions): RunSlots {
  const { db } = context.platform;
  const { limits, workerId } = context;
  const slots = new Map<string, Slot>();

  function begin(tenant: string, record: RunRecord, leaseUntilMs: number): void {
    const { run_id: runId, fence } = record;
    const nudge = Promise.withResolvers<void>();
    const slot: Slot = { runId, fence, tenant, leaseUntilMs, held: null, nudge, done: Promise.resolve() };
    slots.set(runId, slot);
    slot.done = advance(slot, record).finally(() => {
      if (slots.get(runId) === slot) slots.delete(runId);
      onFree();
    });
  }

  async function advance(slot: Slot, record: RunRecord): Promise<void> {
    try {
      await advanceRun(context, slot.tenant, record, slot.leaseUntilMs, {
        isStopping,
        onHeld: (held) => {
          slot.held = held;
        },
        nudged: () => slot.nudge.promise,
      });
    } catch (error) {
      await giveBack(context, slot, error);
    }
  }

  async function renewTenant(tenant: string, held: readonly Slot[]): Promise<void> {
    const leaseUntilMs = performance.now() + limits.leaseMs;
    const kept = await db.withTenant(tenant, (tx) => renewLeases(tx, held, limits.leaseMs));
    for (const slot of held) {
      if (!kept.has(slot.runId)) slot.held?.abort.abort();
      else if (slot.held !== null) slot.held.leaseUntilMs = Math.max(slot.held.leaseUntilMs, leaseUntilMs);
      else slot.leaseUntilMs = leaseUntilMs;
    }
  }

  return {
    get free() {
      return limits.concurrency - slots.size;
    },
    get hasRoom() {
      return slots.size <= limits.concurrency / 2;
    },
    async claim(tenant) {
      const limit = limits.concurrency - slots.size;
      if (limit <= 0) return 0;
      const leaseUntilMs = performance.now() + limits.leaseMs;
      const records = await db.withTenant(tenant, async (tx) =>
        readRuns(tx, await claimRuns(tx, { workerId, limit, limits })),
      );
      for (const record of records) begin(tenant, record, leaseUntilMs);
      return records.length;
    },
    async heartbeat() {
      const byTenant = Map.groupBy(slots.values(), (slot) => slot.tenant);
      for (const [tenant, held] of byTenant) await renewTenant(tenant, held);
    },
    nudge(runId) {
      const slot = slots.get(runId);
      for (const nudged of runId === '' ? slots.values() : slot === undefined ? [] : [slot]) {
        nudged.nudge.resolve();
        nudged.nudge = Promise.withResolvers();
      }
    },
    async drained() {
      while (slots.size > 0) await Promise.all([...slots.values()].map((slot) => slot.done));
    },
    abortAll() {
      for (const slot of slots.values()) slot.held?.abort.abort();
    },
  };
}

/** The run is as it was at its last boundary. Nobody but the database is to blame for an outage; else the try counts. */
async function giveBack({ platform }: RuntimeContext, slot: Slot, error: unknown): Promise<void> {
  const { db, logger } = platform;
  const isOutage = isAppError(error, 'DATABASE_UNAVAILABLE');
  const fields = { runId: slot.runId, tenant: slot.tenant, err: toAppError(error) };
  if (isOutage) logger.warn(fields, 'the database went away; the run goes on later');
  else logger.error(fields, 'a run could not be advanced');
  try {
    await db.withTenant(slot.tenant, (tx) => releaseLease(tx, slot, !isOutage));
  } catch {
    // The lease runs out by itself.
  }
}
