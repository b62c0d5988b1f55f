import type { Causation } from '../kernel/actor.ts';
import type { AppError } from '../kernel/errors.ts';
import type { Json } from '../kernel/json.ts';

export const TriggerTypes = ['event', 'schedule', 'recurring', 'manual', 'workflow'] as const;
export type TriggerType = (typeof TriggerTypes)[number];

export interface StartRunInput {
  workflow: { workflowId: string } | { workflowKey: string };
  /** Absent = the latest published one. */
  version?: number;
  payload: Json;
  trigger: {
    type: TriggerType;
    /** The event that starts the run, as `workflow_runtime_events` knows it. */
    eventId?: string;
    eventName?: string;
    metadata?: { [key: string]: Json };
    /** Two starts with the same key are one run. */
    fireKey?: string;
    sourcePayloadSchemaRef?: string;
    mappingApplied?: boolean;
  };
  /**
   * What the changes of the run shall carry, before the run itself is appended: for a run that an event of depth n starts
   * `{ depth: n + 1, chain: [...event chain, 'event:<id>'] }`.
   */
  causation: Causation;
  limits: StartLimits;
  /** A person or a client asks: counts against the tenant's rate, and a refused payload leaves a FAILED run to look at. */
  isDirect: boolean;
  /** Set by a run that calls another workflow. */
  parent?: { runId: string; rootRunId: string; token: string; callDepth: number; stepPath: string };
  /** Absent = a new one. */
  runId?: string;
}

export interface StartLimits {
  maxPayloadBytes: number;
  rate: { points: number; durationSeconds: number };
}

export type StartRunResult =
  | { outcome: 'started'; runId: string; status: 'RUNNING' | 'QUEUED'; workflowVersion: number }
  /** The fire key was used before; nothing new was started. */
  | { outcome: 'duplicate'; runId: string }
  /** Nothing runs. `runId` names the FAILED run that was left as a record, where there is one: commit, then tell the caller. */
  | { outcome: 'refused'; runId: string | null; error: AppError };
