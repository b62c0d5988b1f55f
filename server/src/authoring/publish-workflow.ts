import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Registry } from '../registry/registry.ts';
import { hashOfJson } from './definition-hash.ts';
import { inferPayloadSchemaRef } from './infer-payload-schema-ref.ts';
import { type ValidationIssue, type ValidationReport, validateForTenant } from './validate-definition.ts';
import { assertMayChange, getWorkflowWithDraft, jsonParameter, type Workflow } from './workflow.ts';

export interface PublishInput {
  /** Id or key. */
  workflowId: string;
  /** A number below the next one is raised to it, one above it is taken. */
  version: number | 'draft';
  /** The draft that the caller has seen; without it the one that is there now. */
  expectedDraftVersion?: number | undefined;
  mayChangeSystem: boolean;
}

export type PublishResult =
  | { ok: true; publishedVersion: number; draftVersion: number; errors: []; warnings: ValidationIssue[] }
  | { ok: false; errors: ValidationIssue[]; warnings: ValidationIssue[] };

/** Far more than anybody publishes, far less than the column holds. */
const MAX_VERSION = 1_000_000;

/**
 * Makes an immutable version of the draft, live at once; its publisher is who its runs act as. Findings are a normal answer.
 * Errors: NOT_FOUND, DRAFT_STALE (also for the slower of two publishers), PERMISSION_DENIED (system workflow).
 */
export async function publishWorkflow(
  tx: Tx,
  writer: Writer,
  registry: Registry,
  input: PublishInput,
): Promise<PublishResult> {
  const { workflow, draft } = await getWorkflowWithDraft(tx, input.workflowId);
  assertMayChange(workflow, input.mayChangeSystem);
  if (input.expectedDraftVersion !== undefined && input.expectedDraftVersion !== workflow.draftVersion) {
    throw stale(input.expectedDraftVersion, workflow.draftVersion);
  }
  const { definition, report } = await validateForPublish(tx, registry, workflow, draft);
  if (report.errors.length > 0) {
    await keepReport(tx, workflow, report);
    return { ok: false, errors: report.errors, warnings: report.warnings };
  }
  const published = await writeVersion(tx, writer, registry, {
    workflow,
    definition,
    report,
    requested: input.version,
  });
  await writeAudit(tx, writer, {
    recordType: 'workflow_definition',
    recordId: workflow.workflowId,
    operation: 'workflow_definition_publish',
    details: { key: workflow.key, version: published.version, definitionHash: published.definitionHash },
  });
  tx.signal('workflows', workflow.workflowId);
  const { version: publishedVersion, draftVersion } = published;
  return { ok: true, publishedVersion, draftVersion, errors: [], warnings: report.warnings };
}

/** The definition as it would be frozen, with what validation says about it. */
async function validateForPublish(
  tx: Tx,
  registry: Registry,
  workflow: Workflow,
  draft: JsonObject,
): Promise<{ definition: JsonObject; report: ValidationReport }> {
  const inferred = workflow.payloadSchemaMode === 'inferred' ? inferPayloadSchemaRef(registry, draft) : null;
  const definition = inferred === null ? draft : { ...draft, payloadSchemaRef: inferred };
  return { definition, report: await validateForTenant(tx, registry, definition, workflow.payloadSchemaMode) };
}

/** Only while the draft is still the one that was validated; a newer one has findings of its own. */
async function keepReport(tx: Tx, workflow: Workflow, report: ValidationReport): Promise<void> {
  await tx.query({
    name: 'authoring.keep_report',
    text: `UPDATE workflow_definitions
              SET validation_status = $4, validation_errors = $5, validation_warnings = $6, validated_at = $7
            WHERE tenant = $1 AND workflow_id = $2 AND draft_version = $3`,
    values: [
      tx.tenant,
      workflow.workflowId,
      workflow.draftVersion,
      report.status,
      JSON.stringify(report.errors),
      JSON.stringify(report.warnings),
      tx.now,
    ],
  });
}

interface NewVersion {
  workflow: Workflow;
  definition: JsonObject;
  report: ValidationReport;
  requested: number | 'draft';
}

/**
 * The update of the definition comes first and only counts while the draft is the one that was validated: of two publishers one waits
 * for the row, then finds draft_version raised and is refused, so a number is never given twice.
 */
async function writeVersion(
  tx: Tx,
  writer: Writer,
  registry: Registry,
  { workflow, definition, report, requested }: NewVersion,
): Promise<{ version: number; draftVersion: number; definitionHash: string }> {
  const version = await nextVersion(tx, workflow.workflowId, requested);
  const frozen: JsonObject = { ...definition, id: workflow.workflowId, version };
  const trigger = (frozen.trigger as JsonObject | undefined) ?? null;
  const draftVersion = await makeLive(tx, writer, workflow, { version, frozen, trigger, report });
  const payloadSchema = registry.payloadSchema(String(frozen.payloadSchemaRef)) ?? null;
  const definitionHash = hashOfJson(frozen);
  await insertVersion(tx, {
    workflowId: workflow.workflowId,
    version,
    definition: frozen,
    trigger,
    payloadSchema: payloadSchema as JsonObject | null,
    definitionHash,
    warnings: report.warnings,
    publishedBy: writer.actor,
  });
  return { version, draftVersion, definitionHash };
}

async function nextVersion(tx: Tx, workflowId: string, requested: number | 'draft'): Promise<number> {
  const { rows } = await tx.query<{ next: number }>({
    name: 'authoring.next_version',
    text: `SELECT coalesce(max(version), 0) + 1 AS next FROM workflow_definition_versions WHERE tenant = $1 AND workflow_id = $2`,
    values: [tx.tenant, workflowId],
  });
  const next = rows[0]?.next ?? 1;
  return requested === 'draft' || requested > MAX_VERSION ? next : Math.max(next, requested);
}

async function makeLive(
  tx: Tx,
  writer: Writer,
  workflow: Workflow,
  live: { version: number; frozen: JsonObject; trigger: JsonObject | null; report: ValidationReport },
): Promise<number> {
  const { rows } = await tx.query<{ draft_version: number }>({
    name: 'authoring.make_live',
    text: `UPDATE workflow_definitions
              SET status = 'published', published_version = $4, trigger = $5, payload_schema_ref = $6,
                  draft_definition = $7::jsonb || jsonb_build_object('version', $4::integer + 1),
                  draft_version = greatest(draft_version, $4) + 1,
                  validation_status = $8, validation_errors = '[]', validation_warnings = $9, validated_at = $10,
                  updated_by = $11, updated_at = $10
            WHERE tenant = $1 AND workflow_id = $2 AND draft_version = $3
        RETURNING draft_version`,
    values: [
      tx.tenant,
      workflow.workflowId,
      workflow.draftVersion,
      live.version,
      jsonParameter(live.trigger),
      live.frozen.payloadSchemaRef,
      JSON.stringify(live.frozen),
      live.report.status,
      JSON.stringify(live.report.warnings),
      tx.now,
      writer.actor.id,
    ],
  });
  const row = rows[0];
  if (row !== undefined) return row.draft_version;
  const { workflow: current } = await getWorkflowWithDraft(tx, workflow.workflowId);
  throw stale(workflow.draftVersion, current.draftVersion);
}

export interface VersionToInsert {
  workflowId: string;
  version: number;
  definition: JsonObject;
  trigger: JsonObject | null;
  payloadSchema: JsonObject | null;
  definitionHash: string;
  warnings: ValidationIssue[];
  publishedBy: Writer['actor'];
}

export async function insertVersion(tx: Tx, input: VersionToInsert): Promise<void> {
  await tx.query({
    name: 'authoring.insert_version',
    text: `INSERT INTO workflow_definition_versions (
             tenant, version_id, workflow_id, version, definition_json, trigger, payload_schema_json, payload_schema_hash,
             definition_hash, validation_warnings, published_by, published_by_type, published_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      tx.tenant,
      tx.newId(),
      input.workflowId,
      input.version,
      JSON.stringify(input.definition),
      jsonParameter(input.trigger),
      jsonParameter(input.payloadSchema),
      input.payloadSchema === null ? null : hashOfJson(input.payloadSchema),
      input.definitionHash,
      JSON.stringify(input.warnings),
      input.publishedBy.id,
      input.publishedBy.type,
      tx.now,
    ],
  });
}

function stale(expectedDraftVersion: number, draftVersion: number) {
  return appError('DRAFT_STALE', { expectedDraftVersion, draftVersion });
}
