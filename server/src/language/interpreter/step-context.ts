import type { Json } from '../../kernel/json.ts';
import type { Expression } from '../definition/values.schema.ts';
import { evaluateMapping, yieldedNothing } from '../mapping/evaluate-mapping.ts';
import type { EvaluateAt, StepContext } from '../nodes/node-type.ts';
import { addressOfStep, type Chain, listKey } from './frames.ts';
import { type Machine, plannedOf, stepOf } from './machine-state.ts';
import { envelopeAt, rootsAt } from './scope.ts';

/** What a node type may see and ask of the step at the end of the chain. */
export function createStepContext(machine: Machine, chain: Chain): StepContext {
  const step = stepOf(chain);
  const { state, now } = machine;
  const envelope = envelopeAt(state, chain);

  function evaluate(expression: Expression, at: EvaluateAt): Promise<Json | undefined> {
    const seen = at.writes === undefined ? envelope : envelopeAt(state, chain, at.writes);
    const roots = rootsAt(seen, chain, at.roots);
    return machine.evaluate(expression.$expr, roots, { field: at.field, now, expects: at.expects ?? 'any' });
  }

  return {
    planned: plannedOf(machine, chain),
    address: addressOfStep(step),
    attempt: step.attempt,
    now,
    data: step.data,
    openBranches: step.branches.length,
    envelope,
    evaluate,
    async evaluateRequired(expression, at) {
      const value = await evaluate(expression, at);
      if (value !== undefined) return value;
      throw yieldedNothing(expression.$expr, at.field);
    },
    evaluateMapping: (mapping, schema) =>
      evaluateMapping(mapping, schema, (text, { field, expects }) => evaluate({ $expr: text }, { field, expects })),
    list: () => state.lists[listKey(step)] ?? [],
    setList(items) {
      state.lists[listKey(step)] = items;
    },
  };
}
