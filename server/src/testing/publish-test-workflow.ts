import type { Tx } from '../db/tx.ts';
import type { Actor } from '../kernel/actor.ts';
import { canonicalJson, type JsonObject } from '../kernel/json.ts';
import { sha256Hex } from '../runtime/deterministic-id.ts';

export interface TestDefinition {
  key: string;
  steps: JsonObject[];
  trigger?: JsonObject;
  payloadSchemaRef?: string;
  /** null = any payload fits. */
  payloadSchema?: JsonObject | null;
  concurrencyLimit?: number;
  isPaused?: boolean;
}

/** A published workflow, past authoring and its checks; answers its id. Version 1. */
export async function publishTestWorkflow(tx: Tx, publisher: Actor, workflow: TestDefinition): Promise<string> {
  const workflowId = tx.newId();
  const { key, steps, trigger, payloadSchemaRef = 'payload.Test.v1', payloadSchema = null } = workflow;
  const definition = { id: workflowId, version: 1, name: key, payloadSchemaRef, ...(trigger && { trigger }), steps };
  const triggerText = trigger === undefined ? null : JSON.stringify(trigger);
  await tx.query({
    text: `
      INSERT INTO workflow_definitions (
        tenant, workflow_id, key, name, payload_schema_ref, trigger, draft_definition, status, published_version, is_paused,
        concurrency_limit, created_by, updated_by, created_at, updated_at)
      VALUES ($1, $2, $3, $3, $4, $5::jsonb, $6::jsonb, 'published', 1, $7, $8, $9, $9, $10, $10)`,
    values: [
      tx.tenant,
      workflowId,
      key,
      payloadSchemaRef,
      triggerText,
      JSON.stringify(definition),
      workflow.isPaused ?? false,
      workflow.concurrencyLimit ?? null,
      publisher.id,
      tx.now,
    ],
  });
  await tx.query({
    text: `
      INSERT INTO workflow_definition_versions (
        tenant, version_id, workflow_id, version, definition_json, trigger, payload_schema_json, definition_hash, published_by,
        published_by_type, published_at)
      VALUES ($1, $2, $3, 1, $4::jsonb, $5::jsonb, $6::jsonb, $7, $8, $9, $10)`,
    values: [
      tx.tenant,
      tx.newId(),
      workflowId,
      JSON.stringify(definition),
      triggerText,
      payloadSchema === null ? null : JSON.stringify(payloadSchema),
      sha256Hex(canonicalJson(definition)),
      publisher.id,
      publisher.type,
      tx.now,
    ],
  });
  return workflowId;
}
