import { type AppError, appError } from '../../kernel/errors.ts';
import { authoredName } from './bounded-functions.ts';
import { BudgetStop, type ExpressionBudget, expressionLimits } from './limits.ts';
import { NotData } from './plain-json.ts';

/** jsonata's codes for its own bounds. */
const budgets: Readonly<Record<string, ExpressionBudget>> = {
  D1011: 'depth',
  D1012: 'milliseconds',
  D2014: 'listLength',
  D2015: 'listLength',
};

interface Place {
  expression: string;
  field: string;
  originalPosition(position: number): number;
}

/** Whatever an evaluation threw, as one of ours. */
export function evaluationError(
  thrown: unknown,
  { expression, field, originalPosition }: Place,
): AppError<'EXPRESSION_FAILED'> | AppError<'EXPRESSION_BUDGET_EXCEEDED'> {
  const { code, position, token, message } = readThrown(thrown);
  const budget = thrown instanceof BudgetStop ? thrown.budget : budgets[code];
  if (budget !== undefined) {
    return appError('EXPRESSION_BUDGET_EXCEEDED', { expression, field, budget, limit: expressionLimits[budget] });
  }
  const reason = thrown instanceof NotData ? 'NOT_DATA' : code;
  const details = { expression, field, position: originalPosition(position), reason, token };
  return appError('EXPRESSION_FAILED', details, `${field}: ${message}`);
}

function readThrown(thrown: unknown): { code: string; position: number; token: string; message: string } {
  const error = (typeof thrown === 'object' && thrown !== null ? thrown : {}) as Record<string, unknown>;
  return {
    code: typeof error.code === 'string' ? error.code : 'EVALUATOR_FAILED',
    position: typeof error.position === 'number' ? error.position : 0,
    token: typeof error.token === 'string' ? authoredName(error.token) : '',
    message: String(error.message ?? thrown).slice(0, 500),
  };
}
