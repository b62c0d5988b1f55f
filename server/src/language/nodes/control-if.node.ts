import type { IfStep } from '../definition/step.schema.ts';
import { defineNode } from './define-node.ts';
import { StepFailure } from './node-type.ts';

/** Goes into `then` or `else`. Errors: ExpressionError when the condition is neither true nor false. */
export default defineNode({
  id: 'control.if',
  family: 'flow',
  isSupported: true,
  configSchema: null,
  async enter(step) {
    const fields = step.planned.step as IfStep;
    const condition = await step.evaluateRequired(fields.condition, { field: 'condition' });
    if (typeof condition !== 'boolean') {
      const reason = `the condition gave ${describe(condition)}, not true or false`;
      const expression = fields.condition.$expr;
      const details = { expression, field: 'condition', position: 0, reason };
      throw new StepFailure('ExpressionError', 'EXPRESSION_FAILED', details, `${expression}: ${reason}`);
    }
    const slot = condition ? 'then' : 'else';
    const isEmpty = (fields[slot] ?? []).length === 0;
    return isEmpty
      ? { type: 'done', result: { condition } }
      : { type: 'branches', open: [{ slot }], result: { condition } };
  },
  branchEnded: () => ({ type: 'done' }),
});

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
}
