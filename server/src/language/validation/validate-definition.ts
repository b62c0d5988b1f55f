import { checkDefinition } from '../definition/parse-definition.ts';
import { walkSteps } from '../definition/walk-steps.ts';
import { checkAssignPaths } from './check-assign-paths.ts';
import { checkExpressions } from './check-expressions.ts';
import { checkNodeStep, type NodeTypeChecks } from './check-node-step.ts';
import { checkStepIds } from './check-structure.ts';
import { checkTrigger } from './check-trigger.ts';
import type { ValidationContext } from './context.ts';
import { issueAt, type ValidationIssue } from './issue.ts';

export interface ValidationResult {
  /** True when nothing stops a publication. */
  ok: boolean;
  errors: ValidationIssue[];
  warnings: ValidationIssue[];
}

/**
 * Everything that can be said about a definition without knowing types, in reading order: the trigger and the contract first, then
 * each step. The same function on the server, at import and in the browser.
 */
export function validateDefinition(
  value: unknown,
  context: ValidationContext,
  nodeTypes: ReadonlyMap<string, NodeTypeChecks>,
): ValidationResult {
  const checked = checkDefinition(value);
  if (!checked.ok) {
    return result(
      checked.issues.map((issue) =>
        issueAt({ stepPath: 'root', stepId: null, pointer: issue.path }, issue.kind, {
          issue: issue.code,
          message: issue.message,
        }),
      ),
    );
  }
  const { definition } = checked;
  const steps = [...walkSteps(definition)];
  const perStep = steps.flatMap((walked) => [
    ...checkNodeStep(walked, nodeTypes, context),
    ...checkExpressions(walked),
    ...checkAssignPaths(walked),
  ]);
  return result([...checkTrigger(definition, context), ...checkStepIds(steps), ...perStep]);
}

function result(issues: ValidationIssue[]): ValidationResult {
  const errors = issues.filter((issue) => issue.severity === 'error');
  return { ok: errors.length === 0, errors, warnings: issues.filter((issue) => issue.severity === 'warning') };
}
