import type { Tx } from '../db/tx.ts';
import { appError, isAppError } from '../kernel/errors.ts';
import { type Arrival, takeArrival } from './arrivals.ts';
import { type BoundaryDraft, commandOf, newDraft } from './boundary-draft.ts';
import { mustGoOn, toBoundaryRows } from './boundary-rows.ts';
import { startChild } from './children/start-child.ts';
import { type CommittedBoundary, commitBoundary } from './commit-boundary.ts';
import { parseCall } from './effects/prepare-call.ts';
import { takeUpCall, takeUpPureCall } from './effects/take-up-call.ts';
import { endRun } from './end-run.ts';
import { feed, isSpent } from './feed.ts';
import type { HeldRun } from './held-run.ts';
import type { RuntimeContext } from './runtime-context.ts';
import { meetBufferedEvent } from './waits/meet-buffered-event.ts';

export type BoundaryOutcome =
  /** Another worker, a cancel or a quarantine has the run; nothing of the boundary was written. */
  | { outcome: 'LEASE_LOST' }
  | {
      outcome: 'COMMITTED';
      status: CommittedBoundary['status'];
      /** An answer came while the boundary was made: its wait row has to be read. */
      isWoken: boolean;
      /** Arrivals that this boundary had no room for. */
      leftOver: Arrival[];
    };

/**
 * One boundary of a run: from the committed document and what has arrived to the next commit. Pure steps run before the transaction
 * opens; effects, child runs and everything that has to be written run in it. A replay (40001, 40P01) starts over from the committed
 * document with the same time and ids, since neither `held` nor its document change before the commit.
 */
export async function runBoundary(
  context: RuntimeContext,
  held: HeldRun,
  arrivals: readonly Arrival[],
): Promise<BoundaryOutcome> {
  const { db, clock } = context.platform;
  const now = clock.now();
  let first: PureResult | null = await advancePure(context, held, arrivals, now);
  try {
    const done = await db.withTenant(held.tenant, async (tx) => {
      const { draft, leftOver } = first ?? (await advancePure(context, held, arrivals, now));
      first = null;
      await answerInTransaction(tx, context, held, draft);
      const rows = toBoundaryRows(tx, context, held, draft);
      const committed = await commitBoundary(tx, rows);
      if (committed === null) throw appError('LEASE_LOST', { runId: held.runId });
      await endRun(tx, held, draft, rows);
      tx.signal('run', held.runId);
      tx.afterCommit(() => setAlarms(context, draft));
      return { draft, leftOver, rows, committed };
    });
    held.document = done.draft.document;
    held.boundary += 1;
    held.lastSnapshot = done.rows.snapshot?.text ?? held.lastSnapshot;
    held.leaseUntilMs = performance.now() + context.limits.leaseMs;
    const isWoken = done.committed.wakes !== held.wakes;
    held.wakes = done.committed.wakes;
    return { outcome: 'COMMITTED', status: done.committed.status, isWoken, leftOver: done.leftOver };
  } catch (error) {
    if (isAppError(error, 'LEASE_LOST')) return { outcome: 'LEASE_LOST' };
    throw error;
  }
}

function setAlarms(context: RuntimeContext, { waits }: BoundaryDraft): void {
  for (const { dueAt, answer } of waits) if (dueAt !== null && answer === null) context.onDueAt(new Date(dueAt));
}

interface PureResult {
  draft: BoundaryDraft;
  leftOver: Arrival[];
}

/** Everything that needs no transaction: what has arrived, steps, pure actions. */
async function advancePure(
  context: RuntimeContext,
  held: HeldRun,
  arrivals: readonly Arrival[],
  now: Date,
): Promise<PureResult> {
  const draft = newDraft(held, now);
  const { limits } = context;
  if (!draft.document.hasStarted) {
    draft.document.hasStarted = true;
    await feed(held, draft, limits, { type: 'started' });
  } else if (draft.document.hasMore) await feed(held, draft, limits, { type: 'continued' });
  let taken = 0;
  while (taken < arrivals.length && draft.finish === null && !draft.document.hasMore) {
    const arrival = arrivals[taken];
    taken += 1;
    if (arrival === undefined) continue;
    const happened = takeArrival(draft, arrival, (token) => parsedCall(context, held, draft, token));
    if (happened !== null) await feed(held, draft, limits, happened);
  }
  await answerPureCalls(context, held, draft);
  return { draft, leftOver: arrivals.slice(taken) };
}

function parsedCall(context: RuntimeContext, held: HeldRun, draft: BoundaryDraft, token: string) {
  const command = commandOf(draft.document, token);
  const preparation = command && parseCall(context, held, command);
  return preparation?.isReady === true ? preparation.call : null;
}

async function answerPureCalls(context: RuntimeContext, held: HeldRun, draft: BoundaryDraft): Promise<void> {
  const { limits } = context;
  const seen = new Set<string>();
  for (;;) {
    const next = draft.document.calls.find(({ stage, token }) => stage === 'new' && !seen.has(token));
    if (next === undefined || draft.finish !== null || isSpent(draft, limits)) return;
    seen.add(next.token);
    const happened = await takeUpPureCall(context, held, draft, next.token);
    if (happened !== null) await feed(held, draft, limits, happened);
  }
}

/** Effects, child runs and earlier events, and the steps that follow from their answers, until nothing is left or a budget is spent. */
async function answerInTransaction(
  tx: Tx,
  context: RuntimeContext,
  held: HeldRun,
  draft: BoundaryDraft,
): Promise<void> {
  const { limits } = context;
  for (;;) {
    if (draft.finish !== null) return;
    const wait = draft.bufferedWaits.shift();
    if (wait !== undefined) {
      const met = await meetBufferedEvent(tx, context, held, draft, wait);
      if (met !== null) await feed(held, draft, limits, met);
      continue;
    }
    const child = draft.children.shift();
    if (child !== undefined) {
      const refused = await startChild(tx, context, held, draft, child);
      if (refused !== null) await feed(held, draft, limits, refused);
      continue;
    }
    const call = draft.document.calls.find(({ stage }) => stage === 'new');
    if (call === undefined || isSpent(draft, limits)) break;
    const happened = await takeUpCall(tx, context, held, draft, call.token);
    if (happened !== null) await feed(held, draft, limits, happened);
  }
  assertGoesOn(held, draft);
}

/** A run that neither ends nor waits nor has anything to do would sleep for ever. */
function assertGoesOn(held: HeldRun, { document, finish }: BoundaryDraft): void {
  if (finish !== null || mustGoOn(document) || document.interpreter.outstanding.length > 0) return;
  throw appError('INVARIANT_BROKEN', { invariant: `run ${held.runId} ends, waits or goes on` });
}
