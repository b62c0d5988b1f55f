import type { CallWorkflowStep } from '../definition/step.schema.ts';
import type { WalkedStep } from '../definition/walk-steps.ts';
import type { ValidationContext } from './context.ts';
import { issueAt, type ValidationIssue } from './issue.ts';
import { suggest } from './suggest.ts';

/** The called workflow is there, in the version that is called. */
export function checkCallTarget({ step, path }: WalkedStep, context: ValidationContext): ValidationIssue[] {
  if (context.workflows === null) return [];
  const call = step as CallWorkflowStep;
  const field = call.workflowKey === undefined ? 'workflowId' : 'workflowKey';
  const target = call[field] ?? '';
  const found = context.workflows.find((known) => known.key === target || known.workflowId === target);
  const place = { stepPath: path, stepId: step.id };
  if (found === undefined) {
    const keys = context.workflows.map((known) => known.key);
    return [issueAt({ ...place, pointer: `/${field}` }, 'CALL_TARGET_UNKNOWN', { target }, suggest(target, keys))];
  }
  if (found.versions.includes(call.workflowVersion)) return [];
  const params = { target: found.key, version: call.workflowVersion };
  return [issueAt({ ...place, pointer: '/workflowVersion' }, 'CALL_TARGET_VERSION_UNKNOWN', params)];
}
