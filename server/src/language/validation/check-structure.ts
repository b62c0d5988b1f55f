import type { WalkedStep } from '../definition/walk-steps.ts';
import { issueAt, type ValidationIssue } from './issue.ts';

/** Ids name steps in `vars`, fixtures and the history, so each may stand once in the whole definition. */
export function checkStepIds(steps: readonly WalkedStep[]): ValidationIssue[] {
  const firstPath = new Map<string, string>();
  return steps.flatMap(({ step, path }) => {
    const first = firstPath.get(step.id);
    if (first === undefined) {
      firstPath.set(step.id, path);
      return [];
    }
    return [issueAt({ stepPath: path, stepId: step.id, pointer: '/id' }, 'DUPLICATE_STEP_ID', { id: step.id, first })];
  });
}
