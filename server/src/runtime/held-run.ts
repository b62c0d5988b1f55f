import type { Actor, Causation, Writer } from '../kernel/actor.ts';
import type { Plan } from '../language/interpreter/compile-plan.ts';
import type { StepAddress } from '../language/interpreter/types.ts';
import type { StateDocument } from './state-document.ts';

/** A run that this worker holds, as of its last committed boundary. */
export interface HeldRun {
  readonly tenant: string;
  readonly runId: string;
  readonly workflowId: string;
  readonly workflowVersion: number;
  readonly actor: Actor;
  readonly causation: Causation;
  readonly callDepth: number;
  readonly rootRunId: string;
  readonly parentRunId: string | null;
  readonly triggerEventId: string | null;
  readonly hasConcurrencyLimit: boolean;
  readonly fence: number;
  readonly plan: Plan;
  /** Answers that the run row had announced when it was last read or written. */
  wakes: number;
  boundary: number;
  document: StateDocument;
  /** The last view written as a snapshot, so that an equal one is not written again. */
  lastSnapshot: string;
  /** Until when the lease surely holds, by `performance.now()`. */
  leaseUntilMs: number;
  /** Fires when the run was lost or cancelled, or the worker stops. */
  readonly abort: AbortController;
}

/** Who a step of the run writes as. */
export function stepWriter(held: HeldRun, address: StepAddress): Writer {
  return {
    actor: held.actor,
    source: 'run',
    run: {
      runId: held.runId,
      workflowId: held.workflowId,
      stepPath: address.path,
      stepId: address.stepId,
      iterationKey: address.iterationKey,
    },
    causation: held.causation,
  };
}
