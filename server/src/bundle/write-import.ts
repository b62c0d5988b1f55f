import { hashOfJson } from '../authoring/definition-hash.ts';
import type { ValidationReport } from '../authoring/validate-definition.ts';
import { jsonParameter } from '../authoring/workflow.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import type { PlannedVersion, PlannedWorkflow } from './plan-import.ts';

export interface PlannedWrite {
  planned: PlannedWorkflow;
  /** Of the draft. */
  validation: ValidationReport;
}

/** False = the key was taken in the meantime; the caller's transaction must then end. */
export async function insertWorkflow(tx: Tx, writer: Writer, { planned, validation }: PlannedWrite): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'bundle.insert_workflow',
    text: `INSERT INTO workflow_definitions (
             tenant, workflow_id, key, name, description, payload_schema_ref, payload_schema_mode, pinned_payload_schema_ref,
             payload_schema_provenance, trigger, draft_definition, draft_version, status, published_version, validation_status,
             validation_errors, validation_warnings, validated_at, is_system, is_visible, is_paused, concurrency_limit,
             auto_pause_on_failure, failure_rate_threshold, failure_rate_min_runs, retention_policy_override, created_by, updated_by,
             created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9, $10, $11, $12, $13, $14, $15, $16, $24, $17, $18, $19, $20, $21, $22, $23,
                   $25, $26, $26, $24, $24)
           ON CONFLICT (tenant, key) DO NOTHING`,
    values: definitionValues(tx, writer, planned, validation),
  });
  return rowCount === 1;
}

/** Same row, same id: runs, history and whoever points at the workflow stay. */
export async function overwriteWorkflow(tx: Tx, writer: Writer, { planned, validation }: PlannedWrite): Promise<void> {
  await tx.query({
    name: 'bundle.overwrite_workflow',
    text: `UPDATE workflow_definitions
              SET name = $4, description = $5, payload_schema_ref = $6, payload_schema_mode = $7, pinned_payload_schema_ref = $8,
                  payload_schema_provenance = $7, trigger = $9, draft_definition = $10, draft_version = $11, status = $12,
                  published_version = $13, validation_status = $14, validation_errors = $15, validation_warnings = $16,
                  is_system = $17, is_visible = $18, is_paused = $19, concurrency_limit = $20, auto_pause_on_failure = $21,
                  failure_rate_threshold = $22, failure_rate_min_runs = $23, validated_at = $24, updated_at = $24,
                  retention_policy_override = $25, updated_by = $26
            WHERE tenant = $1 AND workflow_id = $2 AND key = $3`,
    values: definitionValues(tx, writer, planned, validation),
  });
}

function definitionValues(tx: Tx, writer: Writer, planned: PlannedWorkflow, validation: ValidationReport): unknown[] {
  const { settings, draft, versions } = planned;
  const live = versions.at(-1)?.version ?? null;
  return [
    tx.tenant,
    planned.workflowId,
    planned.key,
    settings.name,
    settings.description,
    settings.payloadSchemaRef,
    settings.payloadSchemaMode,
    settings.pinnedPayloadSchemaRef,
    jsonParameter(settings.trigger),
    JSON.stringify(draft.definition),
    draft.draftVersion,
    live === null ? 'draft' : 'published',
    live,
    validation.status,
    JSON.stringify(validation.errors),
    JSON.stringify(validation.warnings),
    settings.isSystem,
    settings.isVisible,
    settings.isPaused,
    settings.concurrencyLimit,
    settings.autoPauseOnFailure,
    settings.failureRateThreshold,
    settings.failureRateMinRuns,
    tx.now,
    jsonParameter(settings.retentionPolicyOverride),
    writer.actor.id,
  ];
}

/**
 * One statement per version. A version of equal number is replaced; where its definition changed it gets a new version_id, so that
 * nobody who keeps a version by its id goes on with the old one. The importer becomes its publisher, and so the actor of its runs.
 */
export async function upsertVersion(
  tx: Tx,
  writer: Writer,
  workflowId: string,
  version: PlannedVersion,
): Promise<void> {
  await tx.query({
    name: 'bundle.upsert_version',
    text: `INSERT INTO workflow_definition_versions AS v (
             tenant, version_id, workflow_id, version, definition_json, trigger, payload_schema_json, payload_schema_hash,
             definition_hash, published_by, published_by_type, published_at)
           VALUES ($1, $2, $3, $4, $5, $5::jsonb -> 'trigger', $6, $7, $8, $9, $10, $11)
           ON CONFLICT (tenant, workflow_id, version) DO UPDATE
             SET version_id = CASE WHEN v.definition_hash = excluded.definition_hash THEN v.version_id ELSE excluded.version_id END,
                 definition_json = excluded.definition_json, trigger = excluded.trigger,
                 payload_schema_json = excluded.payload_schema_json, payload_schema_hash = excluded.payload_schema_hash,
                 definition_hash = excluded.definition_hash, validation_warnings = NULL,
                 published_by = excluded.published_by, published_by_type = excluded.published_by_type,
                 published_at = excluded.published_at`,
    values: [
      tx.tenant,
      tx.newId(),
      workflowId,
      version.version,
      JSON.stringify(version.definition),
      jsonParameter(version.payloadSchema),
      version.payloadSchema === null ? null : hashOfJson(version.payloadSchema),
      version.definitionHash,
      writer.actor.id,
      writer.actor.type,
      tx.now,
    ],
  });
}

export async function deleteVersions(tx: Tx, workflowId: string, versions: readonly number[]): Promise<void> {
  if (versions.length === 0) return;
  await tx.query({
    name: 'bundle.delete_versions',
    text: 'DELETE FROM workflow_definition_versions WHERE tenant = $1 AND workflow_id = $2 AND version = ANY ($3)',
    values: [tx.tenant, workflowId, versions],
  });
}
