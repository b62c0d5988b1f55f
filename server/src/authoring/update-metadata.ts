import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { assertStorableJson } from '../kernel/storable.ts';
import { admitQueuedRuns } from '../runs/admit-queued-runs.ts';
import {
  assertMayChange,
  getWorkflowWithDraft,
  jsonParameter,
  type PayloadSchemaMode,
  toWorkflow,
  WORKFLOW_COLUMNS,
  type Workflow,
  type WorkflowRow,
} from './workflow.ts';

/** Everything about a workflow that is not its definition; what is absent stays. */
export interface WorkflowMetadata {
  key?: string | undefined;
  name?: string | undefined;
  description?: string | null | undefined;
  isPaused?: boolean | undefined;
  isVisible?: boolean | undefined;
  concurrencyLimit?: number | null | undefined;
  autoPauseOnFailure?: boolean | undefined;
  failureRateThreshold?: number | null | undefined;
  failureRateMinRuns?: number | null | undefined;
  retentionPolicyOverride?: JsonObject | null | undefined;
  payloadSchemaMode?: PayloadSchemaMode | undefined;
}

export interface UpdateMetadataInput {
  /** Id or key. */
  workflowId: string;
  metadata: WorkflowMetadata;
  mayChangeSystem: boolean;
}

/**
 * Changes settings at once, without a publish: pausing stops starts from the next event on. Name and description are the draft's too.
 * Errors: NOT_FOUND, WORKFLOW_KEY_FIXED (key after the first publish), WORKFLOW_KEY_TAKEN, PERMISSION_DENIED (system workflow).
 */
export async function updateMetadata(tx: Tx, writer: Writer, input: UpdateMetadataInput): Promise<Workflow> {
  const { workflow } = await getWorkflowWithDraft(tx, input.workflowId);
  assertMayChange(workflow, input.mayChangeSystem);
  const { metadata } = input;
  assertStorableJson(metadata.retentionPolicyOverride ?? null, '/retentionPolicyOverride');
  if (metadata.key !== undefined && metadata.key !== workflow.key) await changeKey(tx, workflow, metadata.key);
  const after = await writeMetadata(tx, writer, workflow, metadata);
  // A lifted pause or limit lets waiting runs begin.
  if (metadata.isPaused === false || metadata.concurrencyLimit !== undefined)
    await admitQueuedRuns(tx, workflow.workflowId);
  const changes = changesBetween(workflow, after, metadata);
  await writeAudit(tx, writer, {
    recordType: 'workflow_definition',
    recordId: workflow.workflowId,
    operation: 'workflow_definition_metadata_update',
    details: { changedFields: Object.keys(changes), changes },
  });
  tx.signal('workflows', workflow.workflowId);
  return after;
}

/** One statement per row and field set; concurrent updates of different fields do not undo each other because absent fields keep the row's value. */
async function writeMetadata(
  tx: Tx,
  writer: Writer,
  workflow: Workflow,
  metadata: WorkflowMetadata,
): Promise<Workflow> {
  const given = (name: keyof WorkflowMetadata) => metadata[name] !== undefined;
  const { rows } = await tx.query<WorkflowRow>({
    name: 'authoring.update_metadata',
    text: `UPDATE workflow_definitions d
              SET name = coalesce($3, d.name),
                  description = CASE WHEN $4 THEN $5 ELSE d.description END,
                  draft_definition = (CASE
                      WHEN NOT $4 THEN d.draft_definition
                      WHEN $5::text IS NULL THEN d.draft_definition - 'description'
                      ELSE d.draft_definition || jsonb_build_object('description', $5::text) END)
                    || (CASE WHEN $3::text IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('name', $3::text) END),
                  is_paused = coalesce($6, d.is_paused),
                  is_visible = coalesce($7, d.is_visible),
                  concurrency_limit = CASE WHEN $8 THEN $9 ELSE d.concurrency_limit END,
                  auto_pause_on_failure = coalesce($10, d.auto_pause_on_failure),
                  failure_rate_threshold = CASE WHEN $11 THEN $12 ELSE d.failure_rate_threshold END,
                  failure_rate_min_runs = CASE WHEN $13 THEN $14 ELSE d.failure_rate_min_runs END,
                  retention_policy_override = CASE WHEN $15 THEN $16::jsonb ELSE d.retention_policy_override END,
                  payload_schema_mode = coalesce($17, d.payload_schema_mode),
                  payload_schema_provenance = coalesce($17, d.payload_schema_provenance),
                  updated_by = $18, updated_at = $19
            WHERE d.tenant = $1 AND d.workflow_id = $2
        RETURNING ${WORKFLOW_COLUMNS}`,
    values: [
      tx.tenant,
      workflow.workflowId,
      metadata.name ?? null,
      given('description'),
      metadata.description ?? null,
      metadata.isPaused ?? null,
      metadata.isVisible ?? null,
      given('concurrencyLimit'),
      metadata.concurrencyLimit ?? null,
      metadata.autoPauseOnFailure ?? null,
      given('failureRateThreshold'),
      metadata.failureRateThreshold ?? null,
      given('failureRateMinRuns'),
      metadata.failureRateMinRuns ?? null,
      given('retentionPolicyOverride'),
      jsonParameter(metadata.retentionPolicyOverride),
      metadata.payloadSchemaMode ?? null,
      writer.actor.id,
      tx.now,
    ],
  });
  const row = rows[0];
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'workflow', id: workflow.workflowId });
  return toWorkflow(row);
}

/** Bundles and callers name a published workflow by its key, so it is fixed from then on. The update and its check are one statement. */
async function changeKey(tx: Tx, workflow: Workflow, key: string): Promise<void> {
  if (workflow.publishedVersion !== null) throw appError('WORKFLOW_KEY_FIXED', { key: workflow.key });
  const { rows } = await tx.query<{ taken: boolean; changed: boolean }>({
    name: 'authoring.change_key',
    text: `WITH taken AS (
             SELECT 1 FROM workflow_definitions WHERE tenant = $1 AND key = $3 AND workflow_id <> $2
           ), changed AS (
             UPDATE workflow_definitions d SET key = $3
              WHERE d.tenant = $1 AND d.workflow_id = $2 AND d.published_version IS NULL AND NOT EXISTS (SELECT 1 FROM taken)
                AND NOT EXISTS (SELECT 1 FROM workflow_definition_versions v WHERE v.tenant = d.tenant AND v.workflow_id = d.workflow_id)
          RETURNING 1
           )
           SELECT EXISTS (SELECT 1 FROM taken) AS taken, EXISTS (SELECT 1 FROM changed) AS changed`,
    values: [tx.tenant, workflow.workflowId, key],
  });
  if (rows[0]?.taken === true) throw appError('WORKFLOW_KEY_TAKEN', { key });
  if (rows[0]?.changed !== true) throw appError('WORKFLOW_KEY_FIXED', { key: workflow.key });
}

function changesBetween(before: Workflow, after: Workflow, metadata: WorkflowMetadata): JsonObject {
  const names = Object.keys(metadata) as (keyof WorkflowMetadata)[];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, { previous: before[name], new: after[name] }]));
}
