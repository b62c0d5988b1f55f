import type { Json, JsonObject } from '../../kernel/json.ts';
import type { WorkflowDefinition } from '../definition/definition.schema.ts';
import { evaluateExpression } from '../expressions/evaluate.ts';
import { advance, initialState } from '../interpreter/advance.ts';
import { type ActionDescription, compilePlan } from '../interpreter/compile-plan.ts';
import type { RunState } from '../interpreter/run-state.ts';
import type {
  ChildOutcome,
  Command,
  CommandOf,
  Envelope,
  Occurrence,
  OutstandingCommand,
  RunFailure,
  StepRecord,
  WaitResolution,
} from '../interpreter/types.ts';
import { envelopeOf, outstandingOf } from '../interpreter/views.ts';

/** How a test plays the world around a run. Nothing here waits: time passes when a wait is answered. */
export interface Script {
  definition: WorkflowDefinition;
  payload?: Json;
  /** By action id; an action that is not here is not registered. */
  actions?: Record<string, ScriptedAction>;
  /** Answers of event and human waits by step id; time and retry waits come due by themselves. */
  waits?: Record<string, (command: CommandOf<'wait'>) => WaitResolution | 'timeout'>;
  /** Ends of child runs by workflow. */
  children?: Record<string, (payload: JsonObject, attempt: number) => Partial<ChildOutcome>>;
  /** Which of the outstanding commands is answered next; default = the first that is due first. */
  choose?: (outstanding: OutstandingCommand[]) => OutstandingCommand | undefined;
  /** Does the state survive JSON between every two calls? Default yes. */
  throughJson?: boolean;
  maxSteps?: number;
  /** Ends the run after so many answers. */
  cancelAfter?: number;
}

export type ScriptedAction =
  | ((input: JsonObject, command: CommandOf<'invoke'>) => Json | Failing)
  | { describe: Partial<ActionDescription>; run: (input: JsonObject, command: CommandOf<'invoke'>) => Json | Failing };

/** What a scripted action answers with to fail. */
export class Failing {
  readonly failure: RunFailure;

  constructor(failure: Partial<RunFailure> = {}) {
    const usual: RunFailure = {
      category: 'ActionError',
      code: 'NOT_FOUND',
      message: 'no',
      details: {},
      retryable: true,
    };
    this.failure = { ...usual, ...failure };
  }
}

export interface Played {
  state: RunState;
  status: 'SUCCEEDED' | 'FAILED' | 'CANCELED' | 'WAITING';
  envelope: Envelope;
  /** Every command in order. */
  commands: Command[];
  calls: CommandOf<'invoke'>[];
  waits: CommandOf<'wait'>[];
  /** Last record of each attempt, in the order in which they began. */
  steps: StepRecord[];
  occurrences: Occurrence[];
  now: string;
}

const START = Date.parse('2026-01-02T03:04:05.678Z');
const MAX_ANSWERS = 50_000;

/** Plays a run from its start until it ends or nobody answers what it waits for. */
export async function runDefinition(script: Script): Promise<Played> {
  const plan = compilePlan(script.definition, (id, version) => describe(script, id, version));
  const run = { id: 'run-1', workflowId: script.definition.id, workflowVersion: 1, startedAt: iso(START) };
  let state = initialState({ run, payload: script.payload ?? {} });
  let time = START;
  const commands: Command[] = [];
  const occurrences: Occurrence[] = [];

  let next: Occurrence | null = { type: 'started', now: iso(time) };
  for (let answers = 0; next !== null && answers < MAX_ANSWERS; ) {
    const before = script.throughJson === false ? state : (JSON.parse(JSON.stringify(state)) as RunState);
    const budget = { maxSteps: script.maxSteps ?? 1_000, shouldYield: () => false };
    const advanced = await advance(plan, before, next, evaluateExpression, budget);
    occurrences.push(next);
    commands.push(...advanced.commands);
    state = advanced.state;
    if (advanced.more) {
      next = { type: 'continued', now: iso(time) };
      continue;
    }
    answers += 1;
    if (script.cancelAfter === answers) {
      next = { type: 'cancelled', now: iso(time) };
      continue;
    }
    const answer = findAnswer(script, outstandingOf(state), time);
    if (answer !== null) time = Math.max(time, Date.parse(answer.now));
    next = answer;
  }
  return played(state, commands, occurrences, iso(time));
}

function played(state: RunState, commands: Command[], occurrences: Occurrence[], now: string): Played {
  const records = new Map<string, StepRecord>();
  for (const command of commands) {
    if (command.type !== 'recordStep') continue;
    const { address, attempt } = command.step;
    records.set(`${address.path} ${address.iterationKey} ${attempt}`, command.step);
  }
  return {
    state,
    status: state.finished?.status ?? 'WAITING',
    envelope: envelopeOf(state),
    commands,
    calls: commands.filter((command) => command.type === 'invoke'),
    waits: commands.filter((command) => command.type === 'wait'),
    steps: [...records.values()].sort((left, right) => left.sequence - right.sequence),
    occurrences,
    now,
  };
}

function describe(script: Script, id: string, version: number): ActionDescription | undefined {
  const action = script.actions?.[id];
  if (action === undefined) return undefined;
  const known = { id, version, inputSchema: {}, retryHint: null };
  return typeof action === 'function' ? known : { ...known, ...action.describe };
}

function findAnswer(script: Script, outstanding: OutstandingCommand[], time: number): Occurrence | null {
  const answerable = outstanding.filter((command) => command.type !== 'wait' || isAnswerable(script, command));
  const chosen = (script.choose ?? dueFirst)(answerable);
  return chosen === undefined ? null : answerTo(script, chosen, time);
}

function isAnswerable(script: Script, { wait, address }: CommandOf<'wait'>): boolean {
  return wait.type === 'time' || wait.type === 'retry' || script.waits?.[address.stepId] !== undefined;
}

/** What needs no time first, then by due time. */
function dueFirst(outstanding: OutstandingCommand[]): OutstandingCommand | undefined {
  const dueOf = (command: OutstandingCommand) => (isTimer(command) ? command.wait.dueAt : '');
  return outstanding.toSorted((left, right) =>
    dueOf(left) < dueOf(right) ? -1 : dueOf(left) > dueOf(right) ? 1 : 0,
  )[0];
}

type Timer = CommandOf<'wait'> & { wait: { type: 'time' | 'retry'; dueAt: string } };

function isTimer(command: OutstandingCommand): command is Timer {
  return command.type === 'wait' && (command.wait.type === 'time' || command.wait.type === 'retry');
}

function answerTo(script: Script, command: OutstandingCommand, time: number): Occurrence {
  const { token } = command;
  const now = iso(time);
  if (command.type === 'invoke') {
    const action = script.actions?.[command.action.id];
    const run = typeof action === 'function' ? action : action?.run;
    const output = run?.(command.input, command) ?? null;
    if (output instanceof Failing) return { type: 'effectFailed', now, token, error: output.failure };
    return { type: 'effectSucceeded', now, token, output };
  }
  if (command.type === 'startChild') {
    const outcome = script.children?.[command.workflow]?.(command.payload, command.attempt) ?? {};
    const usual: ChildOutcome = {
      childRunId: 'run-2',
      status: 'SUCCEEDED',
      payload: command.payload,
      vars: {},
      meta: {},
      error: null,
    };
    return { type: 'childEnded', now, token, outcome: { ...usual, ...outcome } };
  }
  if (isTimer(command)) {
    const due = iso(Math.max(time, Date.parse(command.wait.dueAt)));
    const resolution: WaitResolution =
      command.wait.type === 'retry' ? { type: 'retry' } : { type: 'time', resumedAt: due };
    return { type: 'waitResolved', now: due, token, resolution };
  }
  const resolution = script.waits?.[command.address.stepId]?.(command) ?? 'timeout';
  if (resolution === 'timeout') return { type: 'waitTimedOut', now: command.wait.dueAt ?? now, token };
  return { type: 'waitResolved', now, token, resolution };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
