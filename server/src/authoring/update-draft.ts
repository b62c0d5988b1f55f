import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Registry } from '../registry/registry.ts';
import { checkDraft, type DraftCheck } from './check-draft.ts';
import { assertMayChange, getWorkflowWithDraft, jsonParameter } from './workflow.ts';

export interface UpdateDraftInput {
  /** Id or key. */
  workflowId: string;
  definition: JsonObject;
  /** The draft that this one was made from; without it the last writer wins. */
  expectedDraftVersion?: number | undefined;
  mayChangeSystem: boolean;
}

export interface UpdatedDraft {
  workflowId: string;
  draftVersion: number;
  validation: DraftCheck['validation'];
}

/**
 * Replaces the draft and raises its draftVersion. Invalid drafts are kept with their issues; published versions stay untouched.
 * Errors: NOT_FOUND, DRAFT_STALE, INVALID_WORKFLOW_DEFINITION, PAYLOAD_TOO_LARGE, PERMISSION_DENIED (system workflow).
 */
export async function updateDraft(
  tx: Tx,
  writer: Writer,
  registry: Registry,
  input: UpdateDraftInput,
): Promise<UpdatedDraft> {
  const { workflow, draft: before } = await getWorkflowWithDraft(tx, input.workflowId);
  assertMayChange(workflow, input.mayChangeSystem);
  const { workflowId } = workflow;
  const json = { ...input.definition, id: workflowId, version: before.version ?? 1 };
  const check = await checkDraft(tx, registry, json, workflow.payloadSchemaMode);
  const draftVersion = await replaceDraft(tx, writer, workflowId, input.expectedDraftVersion, check);
  if (draftVersion === null) {
    // Somebody was faster: between our two statements at most the number has changed.
    const { workflow: current } = await getWorkflowWithDraft(tx, workflowId);
    throw appError('DRAFT_STALE', {
      expectedDraftVersion: input.expectedDraftVersion ?? current.draftVersion,
      draftVersion: current.draftVersion,
    });
  }
  await writeAudit(tx, writer, {
    recordType: 'workflow_definition',
    recordId: workflowId,
    operation: 'workflow_definition_update',
    details: { draftVersion, changedFields: changedFields(before, check.json) },
  });
  tx.signal('workflows', workflowId);
  return { workflowId, draftVersion, validation: check.validation };
}

/**
 * One conditional statement: of two updates made from the same draft one finds the number changed and gets null.
 * The row's trigger is the live one, so a draft moves it only while nothing is published. `version` is what the next publish makes.
 */
async function replaceDraft(
  tx: Tx,
  writer: Writer,
  workflowId: string,
  expectedDraftVersion: number | undefined,
  check: DraftCheck,
): Promise<number | null> {
  const { rows } = await tx.query<{ draft_version: number }>({
    name: 'authoring.update_draft',
    text: `UPDATE workflow_definitions d
              SET draft_definition = jsonb_set($4::jsonb, '{version}', to_jsonb(1 + (
                    SELECT coalesce(max(v.version), 0) FROM workflow_definition_versions v
                     WHERE v.tenant = d.tenant AND v.workflow_id = d.workflow_id))),
                  draft_version = d.draft_version + 1,
                  name = $5, description = $6, payload_schema_ref = $7,
                  pinned_payload_schema_ref = CASE WHEN d.payload_schema_mode = 'pinned' THEN $7 ELSE d.pinned_payload_schema_ref END,
                  trigger = CASE WHEN d.published_version IS NULL THEN $8::jsonb ELSE d.trigger END,
                  validation_status = $9, validation_errors = $10, validation_warnings = $11, validated_at = $12,
                  updated_by = $13, updated_at = $12
            WHERE d.tenant = $1 AND d.workflow_id = $2 AND ($3::integer IS NULL OR d.draft_version = $3)
        RETURNING d.draft_version`,
    values: [
      tx.tenant,
      workflowId,
      expectedDraftVersion ?? null,
      JSON.stringify(check.json),
      check.definition.name,
      check.definition.description ?? null,
      check.definition.payloadSchemaRef,
      jsonParameter(check.trigger),
      check.validation.status,
      JSON.stringify(check.validation.errors),
      JSON.stringify(check.validation.warnings),
      tx.now,
      writer.actor.id,
    ],
  });
  return rows[0]?.draft_version ?? null;
}

/** Top-level members that differ: small enough for the audit, telling enough for people. */
function changedFields(before: JsonObject, after: JsonObject): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  names.delete('version');
  return [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).sort();
}
