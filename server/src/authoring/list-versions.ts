import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isDatabaseInteger, type Page, sequenceOf, toPage } from '../kernel/pagination.ts';
import { getWorkflowId } from './workflow.ts';

export interface WorkflowVersion {
  version: number;
  definitionHash: string;
  publishedAt: string;
  publishedBy: string;
  /** Name of the publisher; null when the account is gone. */
  publishedByName: string | null;
  isLive: boolean;
  runs: number;
}

interface Row {
  version: number;
  definition_hash: string;
  published_at: Date;
  published_by: string;
  published_by_name: string | null;
  is_live: boolean;
  runs: number;
}

/** Published versions, newest first. Errors: NOT_FOUND, CURSOR_INVALID. */
export async function listVersions(
  tx: Tx,
  input: { workflowId: string; limit: number; cursor?: string | undefined },
): Promise<Page<WorkflowVersion>> {
  const workflowId = await getWorkflowId(tx, input.workflowId);
  const before = sequenceOf(input.cursor);
  if (before !== null && !isDatabaseInteger(before)) throw appError('CURSOR_INVALID', { cursor: input.cursor ?? '' });
  const { rows } = await tx.query<Row>({
    name: 'authoring.list_versions',
    text: `SELECT v.version, v.definition_hash, v.published_at, v.published_by, u.name AS published_by_name,
                  v.version = d.published_version AS is_live, coalesce(r.runs, 0)::integer AS runs
             FROM workflow_definition_versions v
             JOIN workflow_definitions d ON d.tenant = v.tenant AND d.workflow_id = v.workflow_id
             LEFT JOIN "user" u ON u.id = v.published_by
             LEFT JOIN (SELECT workflow_version, count(*) AS runs FROM workflow_runs
                         WHERE tenant = $1 AND workflow_id = $2 GROUP BY workflow_version) r ON r.workflow_version = v.version
            WHERE v.tenant = $1 AND v.workflow_id = $2 AND ($3::integer IS NULL OR v.version < $3)
            ORDER BY v.version DESC
            LIMIT $4`,
    values: [tx.tenant, workflowId, before, input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.version], toVersion);
}

function toVersion(row: Row): WorkflowVersion {
  return {
    version: row.version,
    definitionHash: row.definition_hash,
    publishedAt: row.published_at.toISOString(),
    publishedBy: row.published_by,
    publishedByName: row.published_by_name,
    isLive: row.is_live,
    runs: row.runs,
  };
}
