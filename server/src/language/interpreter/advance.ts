import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Evaluate } from '../expressions/evaluate.ts';
import type { Plan } from './compile-plan.ts';
import type { RunState } from './run-state.ts';
import type { AdvanceBudget, Command, Envelope, Occurrence } from './types.ts';

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
    outstanding: {},
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
export function advance(
  _plan: Plan,
  state: RunState,
  _occurrence: Occurrence,
  _evaluate: Evaluate,
  _budget: AdvanceBudget,
): Promise<AdvanceResult> {
  return Promise.resolve({ state, commands: [], more: false });
}
