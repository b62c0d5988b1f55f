import type { Tx } from '../db/tx.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { slotsOfType } from '../language/definition/slots.ts';
import type { WorkflowFacts } from '../language/validation/context.ts';
import type { ValidationIssue } from '../language/validation/issue.ts';
import { validateDefinition } from '../language/validation/validate-definition.ts';
import type { Registry } from '../registry/registry.ts';
import { nodeTypes } from './node-types.ts';
import { loadWorkflowFacts, registryFacts } from './validation-context.ts';
import type { PayloadSchemaMode } from './workflow.ts';

export type { ValidationIssue };

export interface ValidationReport {
  status: 'valid' | 'warning' | 'error';
  errors: ValidationIssue[];
  warnings: ValidationIssue[];
}

/** What publishing would say about a definition, against what this installation and this tenant know. */
export async function validateForTenant(
  tx: Tx,
  registry: Registry,
  definition: JsonObject,
  payloadSchemaMode: PayloadSchemaMode,
): Promise<ValidationReport> {
  const workflows = hasCalls(definition.steps) ? await loadWorkflowFacts(tx) : [];
  return validateWith(registry, definition, payloadSchemaMode, workflows);
}

/** The same where the workflows that can be called are known already. */
export function validateWith(
  registry: Registry,
  definition: JsonObject,
  payloadSchemaMode: PayloadSchemaMode,
  workflows: readonly WorkflowFacts[],
): ValidationReport {
  const context = { ...registryFacts(registry), workflows, payloadSchemaMode };
  const { errors, warnings } = validateDefinition(definition, context, nodeTypes);
  const status = errors.length > 0 ? 'error' : warnings.length > 0 ? 'warning' : 'valid';
  return { status, errors, warnings };
}

function hasCalls(pipe: unknown): boolean {
  if (!Array.isArray(pipe)) return false;
  return pipe.some((step) => {
    if (!isJsonObject(step)) return false;
    if (step.type === 'control.callWorkflow') return true;
    return slotsOfType(String(step.type)).some(({ name }) => hasCalls(step[name]));
  });
}
