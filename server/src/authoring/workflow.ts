import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import type { Json, JsonObject } from '../kernel/json.ts';
import type { ValidationIssue } from '../language/validation/issue.ts';

/** paused beats published; a workflow without a published version is a draft. */
export const WorkflowStates = ['active', 'draft', 'paused'] as const;
export type WorkflowState = (typeof WorkflowStates)[number];

export type PayloadSchemaMode = 'pinned' | 'inferred';

/** A workflow without its definitions. */
export interface Workflow {
  workflowId: string;
  key: string;
  name: string;
  description: string | null;
  state: WorkflowState;
  /** draft = never published. */
  status: 'draft' | 'published';
  /** The live version; null while there is none. */
  publishedVersion: number | null;
  /** Raised by every change of the draft; an update says which one it was made from. */
  draftVersion: number;
  /** The draft differs from the live version, or nothing is live. */
  hasUnpublishedChanges: boolean;
  trigger: JsonObject | null;
  payloadSchemaRef: string;
  payloadSchemaMode: PayloadSchemaMode;
  isSystem: boolean;
  isVisible: boolean;
  isPaused: boolean;
  concurrencyLimit: number | null;
  autoPauseOnFailure: boolean;
  failureRateThreshold: number | null;
  failureRateMinRuns: number | null;
  retentionPolicyOverride: JsonObject | null;
  validation: {
    status: 'valid' | 'warning' | 'error' | null;
    errors: ValidationIssue[];
    warnings: ValidationIssue[];
    validatedAt: string | null;
  };
  createdAt: string;
  createdBy: string;
  updatedAt: string;
  updatedBy: string;
}

export interface WorkflowRow {
  workflow_id: string;
  key: string;
  name: string;
  description: string | null;
  payload_schema_ref: string;
  payload_schema_mode: PayloadSchemaMode;
  trigger: JsonObject | null;
  draft_version: number;
  has_unpublished_changes: boolean;
  status: 'draft' | 'published';
  published_version: number | null;
  validation_status: 'valid' | 'warning' | 'error' | null;
  validation_errors: ValidationIssue[] | null;
  validation_warnings: ValidationIssue[] | null;
  validated_at: Date | null;
  is_system: boolean;
  is_visible: boolean;
  is_paused: boolean;
  concurrency_limit: number | null;
  auto_pause_on_failure: boolean;
  /** numeric: text. */
  failure_rate_threshold: string | null;
  failure_rate_min_runs: number | null;
  retention_policy_override: JsonObject | null;
  created_at: Date;
  created_by: string;
  updated_at: Date;
  updated_by: string;
}

export const WORKFLOW_COLUMNS = `
  d.workflow_id, d.key, d.name, d.description, d.payload_schema_ref, d.payload_schema_mode, d.trigger, d.draft_version, d.status,
  d.published_version, d.validation_status, d.validation_errors, d.validation_warnings, d.validated_at, d.is_system, d.is_visible,
  d.is_paused, d.concurrency_limit, d.auto_pause_on_failure, d.failure_rate_threshold, d.failure_rate_min_runs,
  d.retention_policy_override, d.created_at, d.created_by, d.updated_at, d.updated_by,
  NOT EXISTS (SELECT 1 FROM workflow_definition_versions live
               WHERE live.tenant = d.tenant AND live.workflow_id = d.workflow_id AND live.version = d.published_version
                 AND live.definition_json - 'version' = d.draft_definition - 'version') AS has_unpublished_changes`;

export function toWorkflow(row: WorkflowRow): Workflow {
  return {
    workflowId: row.workflow_id,
    key: row.key,
    name: row.name,
    description: row.description,
    state: stateOf(row),
    status: row.status,
    publishedVersion: row.published_version,
    draftVersion: row.draft_version,
    hasUnpublishedChanges: row.has_unpublished_changes,
    trigger: row.trigger,
    payloadSchemaRef: row.payload_schema_ref,
    payloadSchemaMode: row.payload_schema_mode,
    isSystem: row.is_system,
    isVisible: row.is_visible,
    isPaused: row.is_paused,
    concurrencyLimit: row.concurrency_limit,
    autoPauseOnFailure: row.auto_pause_on_failure,
    failureRateThreshold: row.failure_rate_threshold === null ? null : Number(row.failure_rate_threshold),
    failureRateMinRuns: row.failure_rate_min_runs,
    retentionPolicyOverride: row.retention_policy_override,
    validation: {
      status: row.validation_status,
      errors: row.validation_errors ?? [],
      warnings: row.validation_warnings ?? [],
      validatedAt: row.validated_at?.toISOString() ?? null,
    },
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by,
  };
}

function stateOf(row: WorkflowRow): WorkflowState {
  if (row.is_paused) return 'paused';
  return row.published_version === null ? 'draft' : 'active';
}

export interface WorkflowWithDraft {
  workflow: Workflow;
  draft: JsonObject;
}

interface RowWithDraft extends WorkflowRow {
  draft_definition: JsonObject;
}

/** By id or by key. Errors: NOT_FOUND. */
export async function getWorkflowWithDraft(tx: Tx, idOrKey: string): Promise<WorkflowWithDraft> {
  const { rows } = await tx.query<RowWithDraft>({
    text: `SELECT ${WORKFLOW_COLUMNS}, d.draft_definition
             FROM workflow_definitions d
            WHERE d.tenant = $1 AND ${isUuid(idOrKey) ? 'd.workflow_id = $2' : 'd.key = $2'}`,
    values: [tx.tenant, idOrKey],
  });
  const row = rows[0];
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'workflow', id: idOrKey });
  return { workflow: toWorkflow(row), draft: row.draft_definition };
}

/** The id behind an id or a key. Errors: NOT_FOUND. */
export async function getWorkflowId(tx: Tx, idOrKey: string): Promise<string> {
  const { rows } = await tx.query<{ workflow_id: string }>({
    text: `SELECT workflow_id FROM workflow_definitions WHERE tenant = $1 AND ${isUuid(idOrKey) ? 'workflow_id = $2' : 'key = $2'}`,
    values: [tx.tenant, idOrKey],
  });
  const row = rows[0];
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'workflow', id: idOrKey });
  return row.workflow_id;
}

/** System workflows are changed by admins only. Errors: PERMISSION_DENIED. */
export function assertMayChange(workflow: { isSystem: boolean }, mayChangeSystem: boolean): void {
  if (workflow.isSystem && !mayChangeSystem) throw appError('PERMISSION_DENIED', { permission: 'workflow:admin' });
}

/** JSON for a jsonb parameter; null stays SQL null. */
export function jsonParameter(value: Json | undefined): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
