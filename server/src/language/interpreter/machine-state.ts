import { appError } from '../../kernel/errors.ts';
import { isJsonObject, type JsonObject } from '../../kernel/json.ts';
import type { Evaluate } from '../expressions/evaluate.ts';
import type { Plan, PlannedStep } from './compile-plan.ts';
import { addressOfStep, type Chain } from './frames.ts';
import type { RunState, StepFrame } from './run-state.ts';
import type { Command, RunError, StepRecord, StepStatus } from './types.ts';

/** One call of `advance`: a state that may be changed, the time, and the commands so far. */
export interface Machine {
  plan: Plan;
  state: RunState;
  now: string;
  /** Frames that belong to this call and may be changed. */
  owned: Set<object>;
  evaluate: Evaluate;
  commands: Command[];
  /** Place of each attempt's record among the commands. */
  records: Map<string, number>;
}

export function plannedOf(machine: Machine, chain: Chain): PlannedStep {
  const branch = chain.at(-1)?.branch;
  const planned = branch && machine.plan.pipes.get(branch.pipe)?.[branch.position];
  if (planned === undefined) throw broken(`a step under way is in the plan (${branch?.pipe}, ${branch?.position})`);
  return planned;
}

export function stepOf(chain: Chain): StepFrame {
  const step = chain.at(-1)?.step;
  if (step === null || step === undefined) throw broken('the chain ends at a step');
  return step;
}

/** What a block decided when it was entered, kept until it ends. */
export function rememberedResult(step: StepFrame): JsonObject | null {
  return isJsonObject(step.data.result) ? (step.data.result as JsonObject) : null;
}

/** A step that begins and ends in one call of `advance` has one record, where it began. */
export function recordStep(
  machine: Machine,
  chain: Chain,
  status: StepStatus,
  { error = null, result = null }: { error?: RunError | null; result?: JsonObject | null } = {},
): void {
  const step = stepOf(chain);
  const record: StepRecord = {
    address: addressOfStep(step),
    sequence: step.sequence,
    type: plannedOf(machine, chain).step.type,
    attempt: step.attempt,
    status,
    startedAt: step.startedAt,
    completedAt: status === 'STARTED' ? null : machine.now,
    error,
    result,
  };
  const key = `${step.path} ${step.iterationKey} ${step.attempt}`;
  const place = machine.records.get(key) ?? machine.commands.length;
  machine.records.set(key, place);
  machine.commands[place] = { type: 'recordStep', step: record };
}

function broken(invariant: string) {
  return appError('INVARIANT_BROKEN', { invariant });
}
