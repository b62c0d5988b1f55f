import type { Json } from '../../kernel/json.ts';
import { compileExpression } from './compile-expression.ts';
import type { EvaluateOptions, Roots } from './roots.ts';

export type { EvaluateOptions, Roots } from './roots.ts';

/**
 * Evaluates an expression's text. undefined = it yielded nothing.
 * Errors: EXPRESSION_INVALID, EXPRESSION_FAILED, EXPRESSION_BUDGET_EXCEEDED, each naming field and expression.
 */
export type Evaluate = (expression: string, roots: Roots, options: EvaluateOptions) => Promise<Json | undefined>;

/** Evaluates in this process, under guards. */
export const evaluateExpression: Evaluate = async (expression, roots, options) =>
  compileExpression(expression).evaluate(roots, options);
