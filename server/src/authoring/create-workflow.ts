import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Registry } from '../registry/registry.ts';
import { checkDraft, type DraftCheck } from './check-draft.ts';
import { jsonParameter } from './workflow.ts';
import { findFreeKey, slugOf } from './workflow-key.ts';

export interface CreateWorkflowInput {
  key?: string | undefined;
  name: string;
  description?: string | null | undefined;
  /** As an author writes it; `id`, `version` and `name` are set here. */
  definition: JsonObject;
}

export interface CreatedWorkflow {
  workflowId: string;
  key: string;
  draftVersion: number;
}

const KEY_ATTEMPTS = 5;

/**
 * Creates a workflow with a first draft. The draft may be invalid, but it must have a definition's shape.
 * Errors: INVALID_WORKFLOW_DEFINITION, PAYLOAD_TOO_LARGE, WORKFLOW_KEY_TAKEN.
 */
export async function createWorkflow(
  tx: Tx,
  writer: Writer,
  registry: Registry,
  input: CreateWorkflowInput,
): Promise<CreatedWorkflow> {
  const workflowId = tx.newId();
  const description =
    input.description === undefined || input.description === null ? {} : { description: input.description };
  const draft = await checkDraft(tx, registry, {
    ...input.definition,
    ...description,
    id: workflowId,
    version: 1,
    name: input.name,
  });
  const key = await insertUnderFreeKey(tx, writer, workflowId, input, draft);
  await writeAudit(tx, writer, {
    recordType: 'workflow_definition',
    recordId: workflowId,
    operation: 'workflow_definition_create',
    details: { key, name: input.name },
  });
  tx.signal('workflows', workflowId);
  return { workflowId, key, draftVersion: 1 };
}

async function insertUnderFreeKey(
  tx: Tx,
  writer: Writer,
  workflowId: string,
  input: CreateWorkflowInput,
  draft: DraftCheck,
): Promise<string> {
  if (input.key !== undefined) {
    if (await insertRow(tx, writer, workflowId, input.key, draft)) return input.key;
    throw appError('WORKFLOW_KEY_TAKEN', { key: input.key });
  }
  const slug = slugOf(input.name);
  for (let attempt = 1; attempt <= KEY_ATTEMPTS; attempt += 1) {
    const key = await findFreeKey(tx, slug);
    if (await insertRow(tx, writer, workflowId, key, draft)) return key;
  }
  throw appError('WORKFLOW_KEY_TAKEN', { key: slug });
}

/**
 * One statement: ON CONFLICT waits for a concurrent creator of the same key and then says no, so that two creators can never both
 * have it. False = the key is taken.
 */
async function insertRow(tx: Tx, writer: Writer, workflowId: string, key: string, draft: DraftCheck): Promise<boolean> {
  const { definition, validation } = draft;
  const { rowCount } = await tx.query({
    name: 'authoring.create_workflow',
    text: `INSERT INTO workflow_definitions (
             tenant, workflow_id, key, name, description, payload_schema_ref, pinned_payload_schema_ref, payload_schema_provenance,
             trigger, draft_definition, draft_version, validation_status, validation_errors, validation_warnings, validated_at,
             created_by, updated_by, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $6, 'pinned', $7, $8, 1, $9, $10, $11, $12, $13, $13, $12, $12)
           ON CONFLICT (tenant, key) DO NOTHING`,
    values: [
      tx.tenant,
      workflowId,
      key,
      definition.name,
      definition.description ?? null,
      definition.payloadSchemaRef,
      jsonParameter(draft.trigger),
      JSON.stringify(draft.json),
      validation.status,
      JSON.stringify(validation.errors),
      JSON.stringify(validation.warnings),
      tx.now,
      writer.actor.id,
    ],
  });
  return rowCount === 1;
}
