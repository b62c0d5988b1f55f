import type { Tx } from '../db/tx.ts';
import type { Actor } from '../kernel/actor.ts';
import { type AppError, appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import type { JsonObject } from '../kernel/json.ts';

/** What a start needs to know of a published version. */
export interface Startable {
  workflowId: string;
  workflowKey: string;
  version: number;
  isPaused: boolean;
  concurrencyLimit: number | null;
  definitionHash: string;
  payloadSchemaRef: string;
  /** null = the contract is not known and every payload fits. */
  payloadSchema: JsonObject | null;
  /** Publisher of the version. */
  actor: Actor;
}

interface Row {
  workflow_id: string;
  key: string;
  is_paused: boolean;
  concurrency_limit: number | null;
  payload_schema_ref: string;
  version: number | null;
  definition_hash: string;
  payload_schema_json: JsonObject | null;
  published_by: string;
  published_by_type: Actor['type'];
}

/** Reads only; a publish or a pause that commits later concerns later starts. */
export async function findStartable(
  tx: Tx,
  input: { workflow: { workflowId: string } | { workflowKey: string }; version?: number },
): Promise<{ startable: Startable } | { error: AppError }> {
  const wanted = 'workflowId' in input.workflow ? input.workflow.workflowId : input.workflow.workflowKey;
  const byId = 'workflowId' in input.workflow;
  const notFound = appError('NOT_FOUND', { resource: 'workflow', id: wanted });
  if (byId && !isUuid(wanted)) return { error: notFound };
  const { rows } = await tx.query<Row>({
    name: byId ? 'find_startable_by_id' : 'find_startable_by_key',
    text: `
      SELECT d.workflow_id, d.key, d.is_paused, d.concurrency_limit, d.payload_schema_ref, v.version, v.definition_hash,
        v.payload_schema_json, v.published_by, v.published_by_type
      FROM workflow_definitions d
      LEFT JOIN workflow_definition_versions v
        ON v.tenant = d.tenant AND v.workflow_id = d.workflow_id AND v.version = coalesce($3::integer, d.published_version)
      WHERE d.tenant = $1 AND ${byId ? 'd.workflow_id = $2::uuid' : 'd.key = $2'}`,
    values: [tx.tenant, wanted, input.version ?? null],
  });
  const row = rows[0];
  if (row === undefined) return { error: notFound };
  if (row.version === null && input.version !== undefined) {
    return { error: appError('NOT_FOUND', { resource: 'workflow version', id: `${row.key} ${input.version}` }) };
  }
  if (row.version === null) return { error: appError('WORKFLOW_NOT_PUBLISHED', { workflowKey: row.key }) };
  return { startable: toStartable(row, row.version) };
}

function toStartable(row: Row, version: number): Startable {
  return {
    workflowId: row.workflow_id,
    workflowKey: row.key,
    version,
    isPaused: row.is_paused,
    concurrencyLimit: row.concurrency_limit,
    definitionHash: row.definition_hash,
    payloadSchemaRef: row.payload_schema_ref,
    payloadSchema: row.payload_schema_json,
    actor: { id: row.published_by, type: row.published_by_type },
  };
}
