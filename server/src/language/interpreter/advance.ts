import { appError } from '../../kernel/errors.ts';
import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Evaluate } from '../expressions/evaluate.ts';
import type { Plan } from './compile-plan.ts';
import { finish } from './endings.ts';
import { copyState, findByToken, findReady, ownChain } from './frames.ts';
import { answer, fail, goOn, retryStep } from './machine.ts';
import { type Machine, stepOf } from './machine-state.ts';
import { dropOutstanding, outstandingFor } from './outstanding.ts';
import type { RunState } from './run-state.ts';
import type {
  AdvanceBudget,
  ChildOutcome,
  Command,
  Envelope,
  Occurrence,
  OutstandingCommand,
  RunFailure,
} from './types.ts';

export interface AdvanceResult {
  state: RunState;
  /** In the order in which they came up; a step that began and ended in this call has one record. */
  commands: Command[];
  /** A budget stopped it: call again with `continued`. */
  more: boolean;
}

/** State of a run before `started`. `meta` may carry tags, sourcePayloadSchemaRef, triggerMappingApplied, tenantId … */
export function initialState(start: { run: Envelope['run']; payload: Json; meta?: JsonObject }): RunState {
  return {
    v: 1,
    envelope: { v: 1, run: start.run, payload: start.payload, vars: {}, meta: start.meta ?? {}, error: null },
    root: { pipe: 'root', slot: '', index: null, position: 0, locals: null, writes: null, step: null },
    lists: {},
    outstanding: [],
    nextSequence: 1,
    finished: null,
  };
}

/**
 * One occurrence of a run: goes on through everything that needs no answer and says what the shell must do.
 * Pure: the same arguments give the same answer; `state` is not changed. An occurrence whose token is not outstanding
 * (answered already, abandoned) changes nothing.
 * Errors of the workflow end its steps; what is thrown is a broken engine (INVARIANT_BROKEN) and commits nothing.
 */
export async function advance(
  plan: Plan,
  state: RunState,
  occurrence: Occurrence,
  evaluate: Evaluate,
  budget: AdvanceBudget,
): Promise<AdvanceResult> {
  if (state.root === null) return { state, commands: [], more: false };
  const copy = copyState(state);
  const { now } = occurrence;
  const machine: Machine = { plan, state: copy, now, owned: new Set(), evaluate, commands: [], records: new Map() };
  await take(machine, occurrence);
  const more = await goOnWithin(machine, budget);
  return { state: copy, commands: machine.commands, more };
}

/** True = a budget stopped it. */
async function goOnWithin(machine: Machine, budget: AdvanceBudget): Promise<boolean> {
  for (let steps = 0; machine.state.root !== null; steps += 1) {
    const chain = findReady(machine.state.root);
    if (chain === null) return false;
    if (steps > 0 && (steps >= budget.maxSteps || budget.shouldYield())) return true;
    await goOn(machine, ownChain(machine.state, machine.owned, chain));
  }
  return false;
}

async function take(machine: Machine, occurrence: Occurrence): Promise<void> {
  if (occurrence.type === 'started' || occurrence.type === 'continued') return;
  if (occurrence.type === 'cancelled') {
    finish(machine, 'CANCELED', null);
    return;
  }
  const { state } = machine;
  const command = outstandingFor(state, occurrence.token);
  if (command === undefined || state.root === null) return;
  const found = findByToken(state.root, occurrence.token);
  if (found === null) throw appError('INVARIANT_BROKEN', { invariant: `a step waits for ${occurrence.token}` });
  const chain = ownChain(state, machine.owned, found);
  dropOutstanding(state, occurrence.token);
  stepOf(chain).token = null;
  switch (occurrence.type) {
    case 'effectSucceeded':
      return answer(machine, chain, { type: 'effect', output: occurrence.output });
    case 'effectFailed':
      return fail(machine, chain, occurrence.error);
    case 'childEnded':
      if (occurrence.outcome.status !== 'SUCCEEDED') return fail(machine, chain, childFailure(occurrence.outcome));
      return answer(machine, chain, { type: 'child', outcome: occurrence.outcome });
    default:
      return takeWait(machine, chain, command, occurrence);
  }
}

type WaitOccurrence = Extract<Occurrence, { type: 'waitResolved' | 'waitTimedOut' }>;

async function takeWait(
  machine: Machine,
  chain: Parameters<typeof answer>[1],
  command: OutstandingCommand,
  occurrence: WaitOccurrence,
): Promise<void> {
  if (command.type !== 'wait') throw appError('INVARIANT_BROKEN', { invariant: `${occurrence.token} is a wait` });
  const { wait } = command;
  if (wait.type === 'retry') return retryStep(machine, chain);
  if (occurrence.type === 'waitResolved') {
    return answer(machine, chain, { type: 'wait', wait, resolution: occurrence.resolution });
  }
  // For a time wait, coming due is what it waited for.
  if (wait.type === 'time') {
    return answer(machine, chain, { type: 'wait', wait, resolution: { type: 'time', resumedAt: occurrence.now } });
  }
  return fail(machine, chain, timeout(wait.type));
}

function timeout(waitType: string): RunFailure {
  const message = `The wait (${waitType}) ran out of time`;
  return { category: 'TimeoutError', code: 'WAIT_TIMED_OUT', message, details: { waitType }, retryable: true };
}

function childFailure({ childRunId, status, error }: ChildOutcome): RunFailure {
  const reason = error?.message ?? status;
  return {
    category: 'ChildWorkflowError',
    code: 'CHILD_RUN_FAILED',
    message: `The run ${childRunId} of the called workflow ended ${status}: ${reason}`,
    details: { childRunId, status, reason },
    retryable: true,
  };
}
