import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { findUnstorable } from '../kernel/storable.ts';
import type { WorkflowDefinition } from '../language/definition/definition.schema.ts';
import { parseDefinition } from '../language/definition/parse-definition.ts';
import type { Registry } from '../registry/registry.ts';
import { type ValidationReport, validateForTenant } from './validate-definition.ts';
import type { PayloadSchemaMode } from './workflow.ts';

/** A definition that may be stored. */
export interface DraftCheck {
  definition: WorkflowDefinition;
  /** What is stored: as the author wrote it, without the defaults of the schema, so that it comes back byte for byte. */
  json: JsonObject;
  trigger: JsonObject | null;
  validation: ValidationReport;
}

/** Form and limits must be right; everything else is a finding that is kept with the draft. Errors: INVALID_WORKFLOW_DEFINITION. */
export async function checkDraft(
  tx: Tx,
  registry: Registry,
  json: JsonObject,
  payloadSchemaMode: PayloadSchemaMode = 'pinned',
): Promise<DraftCheck> {
  const definition = parseStorable(json);
  return {
    definition,
    json,
    trigger: (json.trigger as JsonObject | undefined) ?? null,
    validation: await validateForTenant(tx, registry, json, payloadSchemaMode),
  };
}

/** Errors: INVALID_WORKFLOW_DEFINITION; its paths are JSON pointers into `json`. */
export function parseStorable(json: JsonObject): WorkflowDefinition {
  const definition = parseDefinition(json);
  const problem = findUnstorable(json);
  if (problem === null) return definition;
  throw appError('INVALID_WORKFLOW_DEFINITION', { issues: [{ ...problem, message: 'This cannot be stored' }] });
}
