import type { Tx } from '../db/tx.ts';
import { isUuid } from '../kernel/ids.ts';
import { STUCK_SQL } from './get-run.ts';
import { type RunStatus, RunStatuses } from './run.ts';

export interface RunSummary {
  total: number;
  byStatus: Record<RunStatus, number>;
  stuck: number;
}

/** How many runs stand where, of all workflows or of one, started in a span of time. */
export async function summarizeRuns(
  tx: Tx,
  input: { workflowId?: string | undefined; from?: string | undefined; to?: string | undefined },
): Promise<RunSummary> {
  const byId = input.workflowId !== undefined && isUuid(input.workflowId);
  const { rows } = await tx.query<{ status: RunStatus; count: number; stuck: number }>({
    text: `SELECT r.status, count(*)::integer AS count, count(*) FILTER (WHERE ${STUCK_SQL})::integer AS stuck
             FROM workflow_runs r
             JOIN workflow_definitions d ON d.tenant = r.tenant AND d.workflow_id = r.workflow_id
            WHERE r.tenant = $1
              AND ($3::text IS NULL OR ${byId ? 'r.workflow_id = $3::uuid' : 'd.key = $3'})
              AND ($4::timestamptz IS NULL OR r.started_at >= $4)
              AND ($5::timestamptz IS NULL OR r.started_at < $5)
            GROUP BY r.status`,
    values: [tx.tenant, tx.now, input.workflowId ?? null, input.from ?? null, input.to ?? null],
  });
  const counts = new Map(rows.map((row) => [row.status, row.count]));
  const byStatus = Object.fromEntries(RunStatuses.map((status) => [status, counts.get(status) ?? 0]));
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    byStatus: byStatus as Record<RunStatus, number>,
    stuck: rows.reduce((sum, row) => sum + row.stuck, 0),
  };
}
