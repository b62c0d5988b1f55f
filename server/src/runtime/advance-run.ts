import { setTimeout as sleep } from 'node:timers/promises';
import { appError, isAppError } from '../kernel/errors.ts';
import type { Arrival } from './arrivals.ts';
import type { HeldRun } from './held-run.ts';
import { answersOf, documentOf, holdRun, type RunRecord, readRuns } from './load-run.ts';
import { createOutsideCalls, type OutsideCalls } from './outside-calls.ts';
import { readAnswers } from './read-answers.ts';
import { releaseLease } from './release-lease.ts';
import { type BoundaryOutcome, runBoundary } from './run-boundary.ts';
import type { RuntimeContext } from './runtime-context.ts';

export type AdvanceEnd = 'ended' | 'parked' | 'lost' | 'released';

/** How the worker reaches a run that it advances. */
export interface AdvanceControl {
  isStopping(): boolean;
  /** Called once with the run's handle, as soon as it is loaded. */
  onHeld(held: HeldRun): void;
  /** Ends when something for the run may have arrived. */
  nudged(runId: string): Promise<void>;
}

const RECONNECT_DELAY_MS = 250;

/**
 * Advances a claimed run, boundary by boundary, until it ends, waits, is lost or the worker stops.
 * Errors: what is thrown is a broken engine or definition; the run was not changed and its lease is still there.
 */
export async function advanceRun(
  context: RuntimeContext,
  tenant: string,
  record: RunRecord,
  leaseUntilMs: number,
  control: AdvanceControl,
): Promise<AdvanceEnd> {
  await context.racePoints('claimedBeforeAdvance', record.run_id);
  const held = await holdRun(context, tenant, record, leaseUntilMs);
  control.onHeld(held);
  const calls = createOutsideCalls(context, held);
  try {
    return await advanceHeld(context, held, answersOf(record), calls, control);
  } catch (error) {
    if (isAppError(error, 'LEASE_LOST')) return 'lost';
    throw error;
  } finally {
    // Nobody waits any more for a call that is still under way.
    held.abort.abort();
  }
}

async function advanceHeld(
  context: RuntimeContext,
  held: HeldRun,
  answers: readonly Arrival[],
  calls: OutsideCalls,
  control: AdvanceControl,
): Promise<AdvanceEnd> {
  let arrivals = [...answers];
  await calls.recover();
  arrivals.push(...calls.takeSettled());
  for (;;) {
    const outcome = await runBoundaryThroughOutages(context, held, arrivals, control);
    if (outcome.outcome === 'LEASE_LOST') return 'lost';
    await context.racePoints('afterCommit', held.runId);
    if (outcome.status === 'WAITING') return 'parked';
    if (outcome.status !== 'RUNNING') return 'ended';
    if (held.abort.signal.aborted) return 'lost';
    await calls.startCommitted();
    arrivals = outcome.isWoken
      ? [...outcome.leftOver.filter(({ type }) => type !== 'answer'), ...(await takeAnswers(context, held))]
      : outcome.leftOver;
    arrivals.push(...calls.takeSettled());
    while (arrivals.length === 0 && !hasOwnWork(held) && !calls.isEmpty) {
      arrivals = await nextArrivals(context, held, calls, control);
    }
    if (control.isStopping() && calls.isEmpty && arrivals.every(({ type }) => type === 'answer')) {
      await context.platform.db.withTenant(held.tenant, (tx) => releaseLease(tx, held, false));
      return 'released';
    }
  }
}

/** Something is left that needs no answer from outside. */
function hasOwnWork({ document }: HeldRun): boolean {
  return document.hasMore || document.calls.some(({ stage }) => stage === 'new');
}

/** Waits for a call to end, or for a nudge: then it may be an answer for another branch, a cancel, or nothing. */
async function nextArrivals(
  context: RuntimeContext,
  held: HeldRun,
  calls: OutsideCalls,
  control: AdvanceControl,
): Promise<Arrival[]> {
  await Promise.race([calls.settledOne(), control.nudged(held.runId), aborted(held.abort.signal)]);
  if (held.abort.signal.aborted) throw appError('LEASE_LOST', { runId: held.runId });
  const settled = calls.takeSettled();
  return settled.length > 0 ? settled : takeAnswers(context, held);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function takeAnswers(context: RuntimeContext, held: HeldRun): Promise<Arrival[]> {
  const { arrivals, wakes } = await context.platform.db.withTenant(held.tenant, (tx) => readAnswers(tx, held));
  held.wakes = wakes;
  return arrivals;
}

/**
 * When the database goes away in the middle of a boundary nobody knows whether it committed. The number of committed boundaries
 * tells: where it is the old one the boundary is made again, else the run goes on from what was committed.
 */
async function runBoundaryThroughOutages(
  context: RuntimeContext,
  held: HeldRun,
  arrivals: readonly Arrival[],
  control: AdvanceControl,
): Promise<BoundaryOutcome> {
  for (;;) {
    try {
      return await runBoundary(context, held, arrivals);
    } catch (error) {
      if (!isAppError(error, 'DATABASE_UNAVAILABLE') || control.isStopping()) throw error;
    }
    const committed = await reload(context, held, control);
    if (committed === null) return { outcome: 'LEASE_LOST' };
    if ((committed.boundary ?? 0) === held.boundary) continue;
    held.document = documentOf(committed);
    held.boundary = committed.boundary ?? 0;
    return { outcome: 'COMMITTED', status: 'RUNNING', isWoken: true, leftOver: [] };
  }
}

async function reload(context: RuntimeContext, held: HeldRun, control: AdvanceControl): Promise<RunRecord | null> {
  for (;;) {
    await sleep(RECONNECT_DELAY_MS);
    try {
      const [record] = await context.platform.db.withTenant(held.tenant, (tx) => readRuns(tx, [held]));
      return record ?? null;
    } catch (error) {
      if (!isAppError(error, 'DATABASE_UNAVAILABLE') || control.isStopping()) throw error;
    }
  }
}
