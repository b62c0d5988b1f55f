import { containsPattern } from '../db/contains-pattern.ts';
import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import { decodeCursor, decodeInstantCursor, type Page, toPage } from '../kernel/pagination.ts';
import { toWorkflow, WORKFLOW_COLUMNS, type Workflow, type WorkflowRow, type WorkflowState } from './workflow.ts';

/** scheduled = schedule or recurring; manual = no trigger. */
export const TriggerFilters = ['event', 'schedule', 'recurring', 'scheduled', 'manual'] as const;
export type TriggerFilter = (typeof TriggerFilters)[number];

/** Newest change first, or by name. */
export const WorkflowSorts = ['updatedAt', 'name'] as const;
export type WorkflowSort = (typeof WorkflowSorts)[number];

export interface ListWorkflowsInput {
  /** Part of name, key or description, whatever the case. */
  search?: string | undefined;
  status?: WorkflowState | undefined;
  triggerType?: TriggerFilter | undefined;
  sort: WorkflowSort;
  limit: number;
  cursor?: string | undefined;
  /** Hidden workflows are for admins. */
  withInvisible: boolean;
}

export interface WorkflowListItem extends Workflow {
  /** Up to 20, newest first. */
  lastRuns: { runId: string; status: string; startedAt: string }[];
  lastRunAt: string | null;
  activeRuns: number;
  /** Ended runs of the last 7 days; failureRate is null without any. */
  endedRuns7d: number;
  failureRate7d: number | null;
}

export interface WorkflowCounts {
  total: number;
  active: number;
  draft: number;
  paused: number;
}

interface Row extends WorkflowRow {
  last_runs: { runId: string; status: string; startedAt: string }[];
  active_runs: number;
  ended_runs: number;
  failed_runs: number;
}

/** `counts` are of everything that the caller may see, whatever the filters. Errors: CURSOR_INVALID. */
export async function listWorkflows(
  tx: Tx,
  input: ListWorkflowsInput,
): Promise<Page<WorkflowListItem> & { counts: WorkflowCounts }> {
  const after = input.cursor === undefined ? null : decodeListCursor(input.cursor, input.sort);
  const { rows } = await tx.query<Row>({
    name: `authoring.list_workflows_by_${input.sort}`,
    text: listSql(input.sort),
    values: [
      tx.tenant,
      input.withInvisible,
      input.search === undefined || input.search === '' ? null : containsPattern(input.search),
      input.status ?? null,
      input.triggerType ?? null,
      after?.key ?? null,
      after?.id ?? null,
      input.limit + 1,
      new Date(tx.now.getTime() - 7 * 86_400_000),
    ],
  });
  const keyOf = (row: Row) => [input.sort === 'name' ? row.name : row.updated_at.toISOString(), row.workflow_id];
  return { ...toPage(rows, input.limit, keyOf, toListItem), counts: await countWorkflows(tx, input.withInvisible) };
}

function decodeListCursor(cursor: string, sort: WorkflowSort): { key: string; id: string } {
  if (sort === 'updatedAt') {
    const { at, id } = decodeInstantCursor(cursor);
    return { key: at, id };
  }
  const [key, id] = decodeCursor(cursor, 2);
  if (typeof key !== 'string' || key.includes('\u0000') || typeof id !== 'string' || !isUuid(id))
    throw appError('CURSOR_INVALID', { cursor });
  return { key, id };
}

/**
 * One query for the whole screen: the page of definitions first, then for each of its rows at most 20 index entries of its newest
 * runs, its active runs and its ended runs of a week.
 */
function listSql(sort: WorkflowSort): string {
  const after =
    sort === 'name'
      ? '(d.name COLLATE "C", d.workflow_id) > ($6::text, $7::uuid)'
      : '(d.updated_at, d.workflow_id) < ($6::timestamptz, $7::uuid)';
  const order = sort === 'name' ? 'd.name COLLATE "C", d.workflow_id' : 'd.updated_at DESC, d.workflow_id DESC';
  return `
    WITH page AS (
      SELECT d.* FROM workflow_definitions d
       WHERE d.tenant = $1
         AND ($2 OR d.is_visible)
         AND ($3::text IS NULL OR d.name ILIKE $3 OR d.key ILIKE $3 OR d.description ILIKE $3)
         AND ($4::text IS NULL OR $4 = ${stateSql})
         AND ($5::text IS NULL OR CASE $5
               WHEN 'manual' THEN d.trigger IS NULL
               WHEN 'scheduled' THEN d.trigger ->> 'type' IN ('schedule', 'recurring')
               ELSE d.trigger ->> 'type' = $5 END)
         AND ($7::uuid IS NULL OR ${after})
       ORDER BY ${order}
       LIMIT $8
    )
    SELECT ${WORKFLOW_COLUMNS}, coalesce(newest.runs, '[]') AS last_runs, active.count AS active_runs,
           week.ended AS ended_runs, week.failed AS failed_runs
      FROM page d
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object('runId', n.run_id, 'status', n.status, 'startedAt', n.started_at)
                         ORDER BY n.started_at DESC, n.run_id DESC) AS runs
          FROM (SELECT r.run_id, r.status, r.started_at FROM workflow_runs r
                 WHERE r.tenant = $1 AND r.workflow_id = d.workflow_id
                 ORDER BY r.started_at DESC, r.run_id DESC LIMIT 20) n
      ) newest ON true
      LEFT JOIN LATERAL (
        SELECT count(*)::integer AS count FROM workflow_runs r
         WHERE r.tenant = $1 AND r.workflow_id = d.workflow_id AND r.status IN ('QUEUED', 'RUNNING', 'WAITING')
      ) active ON true
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE r.status IN ('SUCCEEDED', 'FAILED'))::integer AS ended,
               count(*) FILTER (WHERE r.status = 'FAILED')::integer AS failed
          FROM workflow_runs r
         WHERE r.tenant = $1 AND r.workflow_id = d.workflow_id AND r.started_at >= $9
      ) week ON true
     ORDER BY ${order}`;
}

const stateSql = `CASE WHEN d.is_paused THEN 'paused' WHEN d.published_version IS NULL THEN 'draft' ELSE 'active' END`;

async function countWorkflows(tx: Tx, withInvisible: boolean): Promise<WorkflowCounts> {
  const { rows } = await tx.query<WorkflowCounts>({
    name: 'authoring.count_workflows',
    text: `SELECT count(*)::integer AS total,
                  count(*) FILTER (WHERE NOT d.is_paused AND d.published_version IS NOT NULL)::integer AS active,
                  count(*) FILTER (WHERE NOT d.is_paused AND d.published_version IS NULL)::integer AS draft,
                  count(*) FILTER (WHERE d.is_paused)::integer AS paused
             FROM workflow_definitions d WHERE d.tenant = $1 AND ($2 OR d.is_visible)`,
    values: [tx.tenant, withInvisible],
  });
  return rows[0] ?? { total: 0, active: 0, draft: 0, paused: 0 };
}

function toListItem(row: Row): WorkflowListItem {
  const lastRuns = row.last_runs.map((run) => ({ ...run, startedAt: new Date(run.startedAt).toISOString() }));
  return {
    ...toWorkflow(row),
    lastRuns,
    lastRunAt: lastRuns[0]?.startedAt ?? null,
    activeRuns: row.active_runs,
    endedRuns7d: row.ended_runs,
    failureRate7d: row.ended_runs === 0 ? null : row.failed_runs / row.ended_runs,
  };
}
