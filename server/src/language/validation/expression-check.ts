import { isAppError } from '../../kernel/errors.ts';
import { compileExpression } from '../expressions/compile-expression.ts';
import { type IssuePlace, issueAt, type ValidationIssue } from './issue.ts';

/** What is wrong with an expression's text; null = it compiles. */
export function findExpressionProblem(source: string, place: IssuePlace): ValidationIssue | null {
  if (source.trim() === '') return issueAt(place, 'EMPTY_EXPRESSION');
  try {
    compileExpression(source);
    return null;
  } catch (error) {
    if (!isAppError(error, 'EXPRESSION_INVALID')) throw error;
    const { position, reason } = error.details;
    return issueAt(place, 'INVALID_EXPR', { expression: source, position, reason });
  }
}

/** First names of the paths that an expression reads, each once. */
export function rootsOf(source: string): string[] {
  return [...new Set(compileExpression(source).pathsRead.map((path) => path[0] ?? ''))].filter((root) => root !== '');
}
