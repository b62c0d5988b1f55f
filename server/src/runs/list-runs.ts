import type { Tx } from '../db/tx.ts';
import { isUuid } from '../kernel/ids.ts';
import { decodeInstantCursor, type Page, toPage } from '../kernel/pagination.ts';
import type { RunView } from './redact-run.ts';
import { RUN_COLUMNS, RUN_TABLES, type Run, type RunRow, type RunStatus, toRun } from './run.ts';

export interface ListRunsInput {
  status?: readonly RunStatus[] | undefined;
  /** Id or key. */
  workflowId?: string | undefined;
  version?: number | undefined;
  /** A run id or the correlation key of the event that started the run. */
  search?: string | undefined;
  /** ISO 8601, started at or after. */
  from?: string | undefined;
  /** ISO 8601, started before. */
  to?: string | undefined;
  parentRunId?: string | undefined;
  triggerEventId?: string | undefined;
  view: RunView;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. Errors: CURSOR_INVALID. */
export async function listRuns(tx: Tx, input: ListRunsInput): Promise<Page<Run>> {
  const after = input.cursor === undefined ? null : decodeInstantCursor(input.cursor);
  const byId = input.workflowId !== undefined && isUuid(input.workflowId);
  const { rows } = await tx.query<RunRow>({
    text: `SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES}
            WHERE r.tenant = $1
              AND ($2::text[] IS NULL OR r.status = ANY ($2))
              AND ($3::text IS NULL OR ${byId ? 'r.workflow_id = $3::uuid' : 'd.key = $3'})
              AND ($4::integer IS NULL OR r.workflow_version = $4)
              AND ($5::text IS NULL OR r.run_id = $6::uuid OR e.correlation_key = $5)
              AND ($7::timestamptz IS NULL OR r.started_at >= $7)
              AND ($8::timestamptz IS NULL OR r.started_at < $8)
              AND ($9::uuid IS NULL OR r.parent_run_id = $9)
              AND ($10::text IS NULL OR r.trigger_event_id = $10)
              AND ($11::timestamptz IS NULL OR (r.started_at, r.run_id) < ($11, $12::uuid))
            ORDER BY r.started_at DESC, r.run_id DESC
            LIMIT $13`,
    values: [
      tx.tenant,
      input.status === undefined || input.status.length === 0 ? null : input.status,
      input.workflowId ?? null,
      input.version ?? null,
      input.search ?? null,
      input.search !== undefined && isUuid(input.search) ? input.search : null,
      input.from ?? null,
      input.to ?? null,
      input.parentRunId ?? null,
      input.triggerEventId ?? null,
      after?.at ?? null,
      after?.id ?? null,
      input.limit + 1,
    ],
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.started_at.toISOString(), row.run_id],
    (row) => toRun(row, input.view),
  );
}
