import { isAppError } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { evaluateExpression } from '../expressions/evaluate.ts';
import type { Roots } from '../expressions/roots.ts';

export const NOW = '2026-01-02T03:04:05.678Z';

/** Evaluates one expression at a fixed instant, for tests. */
export function evaluateText(
  expression: string,
  roots: Roots = {},
  expects: 'any' | 'array' = 'any',
): Promise<Json | undefined> {
  return evaluateExpression(expression, roots, { field: 'field', now: NOW, expects });
}

/** The code of what it failed with, and its reason or budget; a result fails the test. */
export async function refusalOf(expression: string, roots: Roots = {}): Promise<string> {
  try {
    const result = await evaluateText(expression, roots);
    return `a result: ${JSON.stringify(result)?.slice(0, 200)}`;
  } catch (error) {
    if (isAppError(error, 'EXPRESSION_INVALID')) return `${error.code} ${error.details.reason}`;
    if (isAppError(error, 'EXPRESSION_FAILED')) return `${error.code} ${error.details.reason}`;
    if (isAppError(error, 'EXPRESSION_BUDGET_EXCEEDED')) return `${error.code} ${error.details.budget}`;
    throw error;
  }
}
