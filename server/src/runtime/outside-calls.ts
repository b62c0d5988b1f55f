import type { Arrival } from './arrivals.ts';
import { commandOf } from './boundary-draft.ts';
import { type CallResult, performCall, probeCall } from './effects/perform-call.ts';
import { type PreparedCall, parseCall, prepareCall } from './effects/prepare-call.ts';
import { recordCallAgain } from './effects/record-call-again.ts';
import type { HeldRun } from './held-run.ts';
import type { RuntimeContext } from './runtime-context.ts';
import type { CallProgress } from './state-document.ts';

/**
 * The calls to the outside world that a held run has under way. STARTED is committed before a call is made; how it ended becomes an
 * arrival of the next boundary.
 */
export interface OutsideCalls {
  readonly isEmpty: boolean;
  /** Sees to calls that a worker before this one began: once more with the same key, or asks whether they arrived. */
  recover(): Promise<void>;
  /** Makes the calls whose STARTED was committed just now. */
  startCommitted(): Promise<void>;
  /** Ends when at least one call has ended. */
  settledOne(): Promise<void>;
  /** Takes the calls that have ended. */
  takeSettled(): Arrival[];
}

export function createOutsideCalls(context: RuntimeContext, held: HeldRun): OutsideCalls {
  const open = new Map<string, Promise<void>>();
  const settled: Arrival[] = [];

  function begin(call: PreparedCall, attempt: number, work: (startedAt: Date) => Promise<CallResult>): void {
    const { token } = call.command;
    const startedAt = context.platform.clock.now();
    const done = work(startedAt).then((result) => {
      settled.push({ type: 'callEnded', call, attempt, startedAt, result });
    });
    open.set(
      token,
      done.finally(() => open.delete(token)),
    );
  }

  const unbegun = () =>
    held.document.calls.filter(({ stage, token }) => stage === 'started' && !open.has(token) && !isSettled(token));

  function isSettled(token: string): boolean {
    return settled.some((arrival) => arrival.type === 'callEnded' && arrival.call.command.token === token);
  }

  async function recoverOne(progress: CallProgress): Promise<void> {
    const command = commandOf(held.document, progress.token);
    if (command === undefined) return;
    const prepared = await context.platform.db.withTenant(held.tenant, (tx) => prepareCall(context, held, command, tx));
    if (!prepared.isReady) {
      settled.push({ type: 'callRefused', token: progress.token, failure: prepared.failure });
      return;
    }
    const { call } = prepared;
    const fate =
      call.action.effect === 'keyed' ? 'not-done' : await probeCall(held, call, context.platform.clock.now());
    if (fate === 'not-done') return callAgain(call);
    const result: CallResult = fate === 'done' ? { status: 'SUCCEEDED', output: null } : { status: 'IN_DOUBT' };
    const startedAt = context.platform.clock.now();
    settled.push({ type: 'callEnded', call, attempt: progress.attempt, startedAt, result });
  }

  async function callAgain(call: PreparedCall): Promise<void> {
    const { db } = context.platform;
    const attempt = await db.withTenant(held.tenant, (tx) =>
      recordCallAgain(tx, held, call.identity.invocationId, context.workerId),
    );
    begin(call, attempt, (now) => performCall(held, call, now));
  }

  return {
    get isEmpty() {
      return open.size === 0 && settled.length === 0;
    },
    async recover() {
      for (const progress of unbegun()) await recoverOne(progress);
    },
    async startCommitted() {
      for (const progress of unbegun()) {
        const command = commandOf(held.document, progress.token);
        const prepared = command && parseCall(context, held, command);
        if (prepared?.isReady !== true) continue;
        await context.racePoints('afterStartedBeforeCall', held.runId);
        // A worker that slept past its lease leaves the call to the next holder.
        if (performance.now() > held.leaseUntilMs || held.abort.signal.aborted) return;
        begin(prepared.call, progress.attempt, async (now) => {
          const result = await performCall(held, prepared.call, now);
          await context.racePoints('afterCallBeforeCommit', held.runId);
          return result;
        });
      }
    },
    async settledOne() {
      if (settled.length === 0) await Promise.race(open.values());
    },
    takeSettled: () => settled.splice(0),
  };
}
