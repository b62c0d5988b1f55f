import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import { getWorkflowWithDraft, type Workflow } from './workflow.ts';

export interface WorkflowAtVersion extends Workflow {
  /** What `definition` is. */
  version: number | 'draft';
  definition: JsonObject;
  /** Null for the draft. */
  published: {
    publishedAt: string;
    publishedBy: string;
    definitionHash: string;
    /** JSON Schema of the payload, frozen at publish; null = not known. */
    payloadSchemaJson: JsonObject | null;
  } | null;
}

interface VersionRow {
  definition_json: JsonObject;
  payload_schema_json: JsonObject | null;
  definition_hash: string;
  published_at: Date;
  published_by: string;
}

/** A workflow with one of its definitions. Errors: NOT_FOUND (workflow or version). */
export async function getWorkflow(
  tx: Tx,
  input: { workflowId: string; version: number | 'draft' },
): Promise<WorkflowAtVersion> {
  const { workflow, draft } = await getWorkflowWithDraft(tx, input.workflowId);
  if (input.version === 'draft') return { ...workflow, version: 'draft', definition: draft, published: null };
  const { rows } = await tx.query<VersionRow>({
    name: 'authoring.get_version',
    text: `SELECT definition_json, payload_schema_json, definition_hash, published_at, published_by
             FROM workflow_definition_versions WHERE tenant = $1 AND workflow_id = $2 AND version = $3`,
    values: [tx.tenant, workflow.workflowId, input.version],
  });
  const row = rows[0];
  if (row === undefined) {
    throw appError('NOT_FOUND', { resource: 'workflow version', id: `${workflow.key}@${input.version}` });
  }
  return {
    ...workflow,
    version: input.version,
    definition: row.definition_json,
    published: {
      publishedAt: row.published_at.toISOString(),
      publishedBy: row.published_by,
      definitionHash: row.definition_hash,
      payloadSchemaJson: row.payload_schema_json,
    },
  };
}
