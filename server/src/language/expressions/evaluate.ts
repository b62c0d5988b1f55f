import type { Json } from '../../kernel/json.ts';

/** Names that an expression sees. */
export type Roots = Readonly<Record<string, Json | undefined>>;

export interface EvaluateOptions {
  /** Names the place in errors: `condition`, `project_id`, `assign.vars.title`. */
  field: string;
  /** What nowIso(), $now() and $millis() answer. ISO 8601 UTC. */
  now: string;
  /** array: the target takes a list, so a selection of one member stays a list. */
  expects?: 'any' | 'array';
}

/**
 * Evaluates an expression's text. undefined = it yielded nothing.
 * Errors: EXPRESSION_INVALID, EXPRESSION_FAILED, EXPRESSION_BUDGET_EXCEEDED, each naming field and expression.
 */
export type Evaluate = (expression: string, roots: Roots, options: EvaluateOptions) => Promise<Json | undefined>;

/** Evaluates in this process, under guards. */
export const evaluateExpression: Evaluate = () => Promise.reject(new Error('not yet'));
