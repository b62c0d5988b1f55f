import { type Chain, listKey, stepsInside } from './frames.ts';
import { type Machine, recordStep, rememberedResult, stepOf } from './machine-state.ts';
import { dropOutstanding, outstandingFor } from './outstanding.ts';
import type { StepFrame } from './run-state.ts';
import type { RunError } from './types.ts';

/** Everything under way inside a step is over: its steps are CANCELED, what they waited for is abandoned. */
export function dropInside(machine: Machine, chain: Chain): void {
  const step = stepOf(chain);
  for (const branch of step.branches) {
    for (const inner of stepsInside(branch, chain)) {
      abandon(machine, inner.step);
      recordStep(machine, inner.chain, 'CANCELED');
      delete machine.state.lists[listKey(inner.step)];
    }
  }
  step.branches = [];
  abandon(machine, step);
}

/**
 * Ends the run. Of the steps still under way those `around` a return SUCCEEDED with it; everything else is CANCELED and what it waited
 * for is abandoned.
 */
export function finish(
  machine: Machine,
  status: 'SUCCEEDED' | 'FAILED' | 'CANCELED',
  error: RunError | null,
  around: Chain = [],
): void {
  const { state } = machine;
  const enclosing = new Set(around.map((link) => link.step));
  if (state.root !== null) {
    for (const { step, chain } of stepsInside(state.root, [])) {
      abandon(machine, step);
      const isAround = enclosing.has(step);
      recordStep(machine, chain, isAround ? 'SUCCEEDED' : 'CANCELED', { result: rememberedResult(step) });
    }
  }
  state.root = null;
  state.lists = {};
  state.finished = { status, error };
  machine.commands.push({ type: 'finish', status, error });
}

function abandon(machine: Machine, step: StepFrame): void {
  if (step.token === null || outstandingFor(machine.state, step.token) === undefined) return;
  machine.commands.push({ type: 'abandon', token: step.token });
  dropOutstanding(machine.state, step.token);
}
