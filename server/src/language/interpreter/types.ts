import type { ErrorCode } from '../../kernel/errors.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';

/**
 * What the interpreter says to its shell (worker, simulator, tests) and what the shell answers.
 * Everything here is plain JSON: it is stored, replayed and compared.
 */

/** Error categories of a run; `retryOn` of a retry policy lists these. */
export const RunErrorCategories = [
  'ValidationError',
  'ExpressionError',
  'ActionError',
  'TransientError',
  'TimeoutError',
  'ChildWorkflowError',
] as const;
export type RunErrorCategory = (typeof RunErrorCategories)[number];

/** The error that a step ends with, that `catch` sees and that a failed run shows. */
export interface RunError {
  category: RunErrorCategory;
  code: ErrorCode;
  message: string;
  details: Json;
  /** Step path where it happened. */
  nodePath: string;
  stepId: string;
  /** ISO 8601 UTC. */
  at: string;
}

/** One logical place of a run: a step in one iteration. Attempts of it share the address. */
export interface StepAddress {
  /** `root.steps[2].body.steps[0]` */
  path: string;
  /** '' outside loops, else `<path of the forEach>#<index>` joined by `/` from the outermost loop inwards. */
  iterationKey: string;
  stepId: string;
}

export type WaitSpec =
  | {
      type: 'event';
      eventName: string;
      correlationKey: string;
      filters: EventFilter[];
      resume: 'one' | 'all';
      /** Events that came up to this long before the wait began may meet it; 0 = none. */
      bufferMs: number;
      dueAt: string | null;
    }
  | { type: 'time'; dueAt: string }
  | {
      type: 'human';
      taskType: string;
      title: string;
      description: string | null;
      contextData: JsonObject;
      formSchema: JsonObject | null;
      dueAt: string | null;
    }
  | { type: 'retry'; dueAt: string; attempt: number };

export interface EventFilter {
  path: string;
  op: string;
  value?: Json;
}

/** What a shell must do. A command with a token is outstanding until an occurrence carries that token back. */
export type Command =
  | {
      type: 'invoke';
      token: string;
      address: StepAddress;
      attempt: number;
      action: { id: string; version: number };
      /** Evaluated input; optional members that yielded nothing are left out. Secrets are still `{ $secret }`. */
      input: JsonObject;
      /** The step's own idempotency key, already evaluated; null = the action's or the engine's. */
      idempotencyKey: string | null;
    }
  | { type: 'wait'; token: string; address: StepAddress; attempt: number; wait: WaitSpec }
  | {
      type: 'startChild';
      token: string;
      address: StepAddress;
      attempt: number;
      /** Key or id, as the definition names it. */
      workflow: string;
      workflowVersion: number;
      payload: JsonObject;
    }
  | { type: 'recordStep'; step: StepRecord }
  | { type: 'log'; level: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR'; address: StepAddress; code: string; params: JsonObject }
  /** The branch that waited for this token is gone (return, failure of a sibling): drop what was under way. */
  | { type: 'abandon'; token: string }
  | { type: 'finish'; status: 'SUCCEEDED' | 'FAILED' | 'CANCELED'; error: RunError | null };

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;
/** Commands that expect an answer. */
export type OutstandingCommand = CommandOf<'invoke'> | CommandOf<'wait'> | CommandOf<'startChild'>;

export type StepStatus = 'STARTED' | 'SUCCEEDED' | 'FAILED' | 'RETRY_SCHEDULED' | 'CANCELED';

/** One (path, iteration, attempt). Written when it starts and again when it ends; the later record replaces the earlier. */
export interface StepRecord {
  address: StepAddress;
  /** Order in which the steps of a run began, from 1; every record of one attempt has the same. */
  sequence: number;
  /** Node type: `control.if`, `action.call` … */
  type: string;
  attempt: number;
  status: StepStatus;
  startedAt: string;
  completedAt: string | null;
  error: RunError | null;
  /** What the step decided or produced, small, for people: `{ condition: true }`, `{ items: 3 }`, `{ index: 1 }`; null = nothing. */
  result: JsonObject | null;
}

/** Everything that happens to a run. `now` is ISO 8601 UTC: the interpreter has no clock. */
export type Occurrence =
  | { type: 'started'; now: string }
  /** Goes on after a budget stopped the last call. */
  | { type: 'continued'; now: string }
  | { type: 'effectSucceeded'; now: string; token: string; output: Json }
  | { type: 'effectFailed'; now: string; token: string; error: RunFailure }
  | { type: 'waitResolved'; now: string; token: string; resolution: WaitResolution }
  | { type: 'waitTimedOut'; now: string; token: string }
  | { type: 'childEnded'; now: string; token: string; outcome: ChildOutcome }
  | { type: 'cancelled'; now: string };

/** An effect's error before the interpreter adds where and when. `retryable: false` beats every retry policy. */
export interface RunFailure {
  category: RunErrorCategory;
  code: ErrorCode;
  message: string;
  details: Json;
  retryable: boolean;
  retryAfterMs?: number;
}

export type WaitResolution =
  | { type: 'event'; eventName: string; eventId: string; payload: Json }
  | { type: 'time'; resumedAt: string }
  | { type: 'human'; taskId: string; output: Json }
  | { type: 'retry' };

export interface ChildOutcome {
  childRunId: string;
  status: 'SUCCEEDED' | 'FAILED' | 'CANCELED';
  payload: Json;
  vars: JsonObject;
  meta: JsonObject;
  error: RunError | null;
}

/** Data of a run that expressions see. */
export interface Envelope {
  v: 1;
  run: { id: string; workflowId: string; workflowVersion: number; startedAt: string };
  payload: Json;
  vars: JsonObject;
  meta: JsonObject;
  error: JsonObject | null;
}

/** How much one call of `advance` may do before it hands back with `more: true`. */
export interface AdvanceBudget {
  maxSteps: number;
  /** Checked between steps; the shell decides what time means (a worker's clock, a counter in tests). */
  shouldYield(): boolean;
}
