import { parseStorable } from '../authoring/check-draft.ts';
import { appError, type InputIssue, isAppError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { WorkflowDefinition } from '../language/definition/definition.schema.ts';
import type { BundleWorkflow, WorkflowBundle } from './bundle-format.ts';

export interface CheckedWorkflow {
  /** JSON pointer of the workflow in the bundle. */
  path: string;
  workflow: BundleWorkflow;
  definitions: WorkflowDefinition[];
}

/** Every draft and version has the form of a definition. Errors: INVALID_WORKFLOW_DEFINITION with pointers into the bundle. */
export function checkDefinitions(bundle: WorkflowBundle): CheckedWorkflow[] {
  const issues: InputIssue[] = [];
  const checked = bundle.workflows.map((workflow, index) => {
    const path = `/workflows/${index}`;
    const definitions = definitionsOf(workflow, path).map(({ definition, at }) => parseAt(definition, at, issues));
    return { path, workflow, definitions: definitions.filter((definition) => definition !== null) };
  });
  if (issues.length > 0) throw appError('INVALID_WORKFLOW_DEFINITION', { issues });
  return checked;
}

function definitionsOf(workflow: BundleWorkflow, path: string): { definition: JsonObject; at: string }[] {
  return [
    { definition: workflow.draft.definition, at: `${path}/draft/definition` },
    ...workflow.publishedVersions.map(({ definition }, index) => ({
      definition,
      at: `${path}/publishedVersions/${index}/definition`,
    })),
  ];
}

function parseAt(definition: JsonObject, at: string, issues: InputIssue[]): WorkflowDefinition | null {
  try {
    return parseStorable(definition);
  } catch (error) {
    if (!isAppError(error, 'INVALID_WORKFLOW_DEFINITION')) throw error;
    issues.push(...error.details.issues.map((issue) => ({ ...issue, path: `${at}${issue.path}` })));
    return null;
  }
}
