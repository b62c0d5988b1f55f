import type { InputIssue } from '../../kernel/errors.ts';
import { laterBy } from '../nodes/instants.ts';
import {
  type Answer,
  type BranchSpec,
  type NodeType,
  type Outcome,
  type StepContext,
  StepFailure,
} from '../nodes/node-type.ts';
import { dropInside, finish } from './endings.ts';
import { failureOf, runErrorOf } from './failure.ts';
import { addressOfStep, type Chain, iterationKeyOf, listKey } from './frames.ts';
import { type Machine, plannedOf, recordStep, rememberedResult, stepOf } from './machine-state.ts';
import { canRetry, retryDelayMs } from './retry.ts';
import type { BranchFrame, StepFrame } from './run-state.ts';
import { write } from './scope.ts';
import { createStepContext } from './step-context.ts';
import type { Command, OutstandingCommand, RunError, RunFailure } from './types.ts';

/** Goes one step on in a pipe that is ready: enters its next step, or ends it. */
export async function goOn(machine: Machine, chain: Chain): Promise<void> {
  const { branch } = chain.at(-1) as { branch: BranchFrame };
  const planned = machine.plan.pipes.get(branch.pipe)?.[branch.position];
  if (planned === undefined) return endBranch(machine, chain);
  const { state } = machine;
  const step: StepFrame = {
    path: planned.path,
    iterationKey: iterationKeyOf(chain),
    stepId: planned.step.id,
    attempt: 1,
    sequence: state.nextSequence,
    startedAt: machine.now,
    token: null,
    data: {},
    branches: [],
  };
  state.nextSequence += 1;
  branch.step = step;
  await enter(machine, [...chain.slice(0, -1), { branch, step }]);
}

/** Begins an attempt of the chain's innermost step. */
export async function enter(machine: Machine, chain: Chain): Promise<void> {
  recordStep(machine, chain, 'STARTED');
  await perform(machine, chain, (node, context) => node.enter(context));
}

/** Hands an answer to the step that asked. */
export async function answer(machine: Machine, chain: Chain, given: Answer): Promise<void> {
  await perform(machine, chain, (node, context) => node.resume?.(context, given) ?? { type: 'done' });
}

type Move = (node: NodeType, context: StepContext) => Promise<Outcome> | Outcome;

async function perform(machine: Machine, chain: Chain, move: Move): Promise<void> {
  try {
    const planned = plannedOf(machine, chain);
    const { node } = planned;
    if (node === null) throw unknownNode(planned.step.type);
    if (planned.configIssues.length > 0) throw invalidConfig(planned.configIssues);
    settle(machine, chain, await move(node, createStepContext(machine, chain)));
  } catch (thrown) {
    await fail(machine, chain, failureOf(thrown));
  }
}

/** Does what a step's outcome says. Throws before it changes anything when a write cannot be made. */
function settle(machine: Machine, chain: Chain, outcome: Outcome): void {
  const step = stepOf(chain);
  switch (outcome.type) {
    case 'done':
      write(machine.state, chain, outcome.writes ?? []);
      recordStep(machine, chain, 'SUCCEEDED', { result: outcome.result ?? rememberedResult(step) });
      endStep(machine, chain);
      return;
    case 'branches':
      write(machine.state, chain, outcome.writes ?? []);
      step.data = {
        ...step.data,
        ...outcome.data,
        ...(outcome.result === undefined ? {} : { result: outcome.result }),
      };
      step.branches.push(...outcome.open.map((spec) => openBranch(step, spec)));
      return;
    case 'return':
      recordStep(machine, chain, 'SUCCEEDED');
      endStep(machine, chain);
      leaveAround(machine, chain);
      finish(machine, 'SUCCEEDED', null, chain);
      return;
    default:
      ask(machine, chain, outcome);
  }
}

function openBranch(step: StepFrame, { slot, index, locals, overlay }: BranchSpec): BranchFrame {
  return {
    pipe: `${step.path}.${slot}`,
    slot,
    index: index ?? null,
    position: 0,
    locals: locals ?? null,
    writes: overlay ?? null,
    step: null,
  };
}

type Request = Extract<Outcome, { type: 'invoke' | 'wait' | 'startChild' }>;

function ask(machine: Machine, chain: Chain, request: Request): void {
  const step = stepOf(chain);
  const kind = request.type === 'wait' ? request.wait.type : request.type;
  const token = `${step.path}@${step.iterationKey}:${step.attempt}:${kind}`;
  const command = { ...request, token, address: addressOfStep(step), attempt: step.attempt } as OutstandingCommand;
  step.token = token;
  machine.state.outstanding = [...machine.state.outstanding, command];
  machine.commands.push(command);
}

async function endBranch(machine: Machine, chain: Chain): Promise<void> {
  const outer = chain.slice(0, -1);
  if (outer.length === 0) {
    finish(machine, 'SUCCEEDED', null);
    return;
  }
  const branch = takeOut(chain);
  await perform(machine, outer, (node, context) => node.branchEnded?.(context, branch) ?? { type: 'done' });
}

/** Takes the innermost pipe out of the step that holds it. */
function takeOut(chain: Chain): BranchFrame {
  const { branch } = chain.at(-1) as { branch: BranchFrame };
  const holder = stepOf(chain.slice(0, -1));
  holder.branches = holder.branches.filter((open) => open !== branch);
  return branch;
}

function endStep(machine: Machine, chain: Chain): void {
  leave(machine, chain);
  const { branch } = chain.at(-1) as { branch: BranchFrame };
  branch.step = null;
  branch.position += 1;
}

/** Puts back what the step changed for its own use and drops its list. */
function leave(machine: Machine, chain: Chain, lost: BranchFrame | null = null): void {
  const { node } = plannedOf(machine, chain);
  if (node?.leave !== undefined) write(machine.state, chain, node.leave(createStepContext(machine, chain), lost));
  delete machine.state.lists[listKey(stepOf(chain))];
}

/** The run ends inside of these steps: each puts back what is its own, from the inside outwards. */
function leaveAround(machine: Machine, chain: Chain): void {
  for (let inner = chain; inner.length > 1; inner = inner.slice(0, -1)) {
    leave(machine, inner.slice(0, -1), (inner.at(-1) as { branch: BranchFrame }).branch);
  }
}

/** The order of error handling: retry, onError continue, then outwards: whoever catches first. Nobody: the run fails. */
export async function fail(machine: Machine, chain: Chain, failure: RunFailure): Promise<void> {
  const step = stepOf(chain);
  const planned = plannedOf(machine, chain);
  dropInside(machine, chain);
  step.token = null;
  const error = runErrorOf(failure, addressOfStep(step), machine.now);
  if (canRetry(planned.retry, step.attempt, failure)) {
    scheduleRetry(machine, chain, failure, error);
    return;
  }
  recordStep(machine, chain, 'FAILED', { error });
  if (planned.continuesOnError) {
    setError(machine, chain, error);
    machine.commands.push(continuedLog(step, 'STEP_ERROR_CONTINUED', error));
    endStep(machine, chain);
    return;
  }
  leave(machine, chain);
  await failOutwards(machine, chain, error);
}

async function failOutwards(machine: Machine, failed: Chain, error: RunError): Promise<void> {
  for (let chain = failed; chain.length > 1; chain = chain.slice(0, -1)) {
    const outer = chain.slice(0, -1);
    const branch = takeOut(chain);
    const handled = handle(machine, outer, branch, error);
    if (handled !== null) return perform(machine, outer, handled);
    dropInside(machine, outer);
    recordStep(machine, outer, 'FAILED', { error });
    leave(machine, outer, branch);
  }
  // Recorded as FAILED already; what is left under way is over with the run.
  const root = failed[0]?.branch;
  if (root !== undefined) root.step = null;
  finish(machine, 'FAILED', error);
}

/** What the step around a failed pipe does about it; null = nothing. What goes wrong in doing it is a failure of that step. */
function handle(machine: Machine, outer: Chain, branch: BranchFrame, error: RunError): Move | null {
  const { node } = plannedOf(machine, outer);
  try {
    const outcome = node?.branchFailed?.(createStepContext(machine, outer), branch, error) ?? null;
    if (outcome === null) return null;
    setError(machine, outer, error);
    machine.commands.push(continuedLog(stepOf(outer), 'STEP_ERROR_HANDLED', error));
    return () => outcome;
  } catch (thrown) {
    return () => Promise.reject(thrown);
  }
}

function continuedLog(
  step: StepFrame,
  code: string,
  { stepId, nodePath, code: errorCode, message }: RunError,
): Command {
  const params = { stepId, nodePath, code: errorCode, message };
  return { type: 'log', level: 'WARN', address: addressOfStep(step), code, params };
}

function scheduleRetry(machine: Machine, chain: Chain, failure: RunFailure, error: RunError): void {
  const step = stepOf(chain);
  const { retry } = plannedOf(machine, chain);
  if (retry === null) return;
  recordStep(machine, chain, 'RETRY_SCHEDULED', { error });
  leave(machine, chain);
  step.data = {};
  const seed = `${machine.state.envelope.run.id} ${step.path} ${step.iterationKey} ${step.attempt}`;
  const dueAt = laterBy(machine.now, retryDelayMs(retry, step.attempt, seed, failure.retryAfterMs));
  ask(machine, chain, { type: 'wait', wait: { type: 'retry', dueAt, attempt: step.attempt + 1 } });
}

/** The next attempt of a step whose retry came due. */
export async function retryStep(machine: Machine, chain: Chain): Promise<void> {
  const step = stepOf(chain);
  step.attempt += 1;
  step.sequence = machine.state.nextSequence;
  machine.state.nextSequence += 1;
  step.startedAt = machine.now;
  await enter(machine, chain);
}

function setError(machine: Machine, chain: Chain, error: RunError): void {
  write(machine.state, chain, [{ path: ['error'], value: { name: error.category, ...error } }]);
}

function invalidConfig(issues: InputIssue[]): StepFailure {
  const message = `The configuration of the step does not fit its type: ${issues[0]?.path} ${issues[0]?.message}`;
  return new StepFailure('ValidationError', 'INVALID_INPUT', { issues }, message);
}

function unknownNode(type: string): StepFailure {
  return new StepFailure(
    'ValidationError',
    'NOT_FOUND',
    { resource: 'node type', id: type },
    `There is no node type ${type}`,
  );
}
