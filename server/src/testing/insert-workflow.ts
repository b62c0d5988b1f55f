import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';

export interface TestWorkflow {
  key: string;
  eventName: string;
  payloadSchemaRef: string;
  sourcePayloadSchemaRef?: string;
  payloadMapping?: JsonObject;
  /** null = any payload fits. */
  payloadSchema?: JsonObject | null;
  steps?: JsonObject[];
  isPaused?: boolean;
  concurrencyLimit?: number;
  /** Without a published version nothing is live. */
  isPublished?: boolean;
}

const PUBLISHER = '01900000-0000-7000-8000-00000000a001';

/** A workflow that an event triggers, past authoring and its checks; returns its id. */
export async function insertWorkflow(tx: Tx, workflow: TestWorkflow): Promise<string> {
  const workflowId = tx.newId();
  const { key, eventName, payloadSchemaRef, sourcePayloadSchemaRef, payloadMapping, isPublished = true } = workflow;
  const trigger = {
    type: 'event',
    eventName,
    ...(sourcePayloadSchemaRef !== undefined && { sourcePayloadSchemaRef }),
    ...(payloadMapping !== undefined && { payloadMapping }),
  };
  const definition = { id: workflowId, version: 1, name: key, payloadSchemaRef, trigger, steps: workflow.steps ?? [] };
  await tx.query({
    text: `
      INSERT INTO workflow_definitions (
        tenant, workflow_id, key, name, payload_schema_ref, trigger, draft_definition, status, published_version, is_paused,
        concurrency_limit, created_by, updated_by, created_at, updated_at)
      VALUES ($1, $2, $3, $3, $4, $5::jsonb, $6::jsonb, $7, $8, $9, $10, $11, $11, $12, $12)`,
    values: [
      tx.tenant,
      workflowId,
      key,
      payloadSchemaRef,
      JSON.stringify(trigger),
      JSON.stringify(definition),
      isPublished ? 'published' : 'draft',
      isPublished ? 1 : null,
      workflow.isPaused ?? false,
      workflow.concurrencyLimit ?? null,
      PUBLISHER,
      tx.now,
    ],
  });
  if (isPublished) await insertVersion(tx, workflowId, { definition, trigger, workflow });
  return workflowId;
}

async function insertVersion(
  tx: Tx,
  workflowId: string,
  { definition, trigger, workflow }: { definition: JsonObject; trigger: JsonObject; workflow: TestWorkflow },
): Promise<void> {
  const { payloadSchema = null } = workflow;
  await tx.query({
    text: `
      INSERT INTO workflow_definition_versions (
        tenant, version_id, workflow_id, version, definition_json, trigger, payload_schema_json, definition_hash, published_by,
        published_at)
      VALUES ($1, $2, $3, 1, $4::jsonb, $5::jsonb, $6::jsonb, 'test', $7, $8)`,
    values: [
      tx.tenant,
      tx.newId(),
      workflowId,
      JSON.stringify(definition),
      JSON.stringify(trigger),
      payloadSchema === null ? null : JSON.stringify(payloadSchema),
      PUBLISHER,
      tx.now,
    ],
  });
}
