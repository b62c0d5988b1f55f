import { type ValidationIssue, validateWith } from '../authoring/validate-definition.ts';
import type { PayloadSchemaMode } from '../authoring/workflow.ts';
import { appError } from '../kernel/errors.ts';
import type { WorkflowFacts } from '../language/validation/context.ts';
import type { ValidationCode } from '../language/validation/issue.ts';
import type { Registry } from '../registry/registry.ts';
import type { ImportWarning } from './import-warning.ts';
import type { PlannedWorkflow } from './plan-import.ts';

/**
 * Findings with which a version can never run here, whatever its data and whatever is set up later. A published version that has one
 * is refused; every other finding becomes a warning: the bundle may be blemished and run all the same (step ids that are there twice: runs
 * go by path), or what it lacks may be set up after it.
 */
const neverRuns: ReadonlySet<ValidationCode> = new Set<ValidationCode>([
  'NON_SERIALIZABLE',
  'INVALID_WORKFLOW_DEFINITION',
  'UNKNOWN_NODE_TYPE',
  'NODE_TYPE_UNSUPPORTED',
  'INVALID_CONFIG',
  'INVALID_ACTION_CONFIG',
  'UNKNOWN_ACTION',
  'INVALID_EXPR',
  'EMPTY_EXPRESSION',
  'INVALID_ASSIGN_PATH',
  'TRIGGER_UNSUPPORTED',
]);

/** Errors: INVALID_WORKFLOW_DEFINITION for published versions that can never run. Drafts may hold anything. */
export function validateVersions(
  registry: Registry,
  workflows: readonly PlannedWorkflow[],
  facts: readonly WorkflowFacts[],
): ImportWarning[] {
  const found = workflows.flatMap((workflow) =>
    workflow.versions.flatMap((version) => {
      const { errors, warnings } = validateWith(registry, version.definition, modeOf(workflow), facts);
      return [...errors, ...warnings].map((issue) => ({ key: workflow.key, path: version.path, issue }));
    }),
  );
  const refused = found.filter(({ issue }) => issue.severity === 'error' && neverRuns.has(issue.code));
  if (refused.length > 0) {
    const issues = refused.map(({ path, issue }) => ({ path, code: issue.code, message: messageOf(issue) }));
    throw appError('INVALID_WORKFLOW_DEFINITION', { issues });
  }
  return found.map(({ key, path, issue }) => ({
    key,
    code: issue.code,
    path,
    params: { ...issue.params, stepPath: issue.stepPath, stepId: issue.stepId, pointer: issue.pointer },
  }));
}

function modeOf(workflow: PlannedWorkflow): PayloadSchemaMode {
  return workflow.settings.payloadSchemaMode;
}

function messageOf(issue: ValidationIssue): string {
  const place = issue.stepId === null ? issue.stepPath : `${issue.stepPath} (${issue.stepId})`;
  return `${place}${issue.pointer}: ${issue.code} ${JSON.stringify(issue.params)}`;
}
