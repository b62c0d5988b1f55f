import type { Tx } from '../db/tx.ts';
import { type Page, toPage } from '../kernel/pagination.ts';
import type { RecordType } from './audit-record.ts';
import {
  changeCursor,
  RECORD_CHANGE_COLUMNS,
  type RecordChange,
  type RecordChangeRow,
  toRecordChanges,
} from './record-change.ts';

/** What the steps of one run did to projects and tasks, oldest first. Errors: CURSOR_INVALID. */
export async function listRunRecordChanges(
  tx: Tx,
  input: { runId: string; limit: number; cursor?: string | undefined },
): Promise<Page<RecordChange>> {
  const { rows } = await tx.query<RecordChangeRow>({
    name: 'records_list_run_changes',
    text: `
      SELECT ${RECORD_CHANGE_COLUMNS} FROM audit_logs
      WHERE tenant = $1 AND run_id = $2 AND record_type IN ('project', 'project_task')
        AND audit_id > COALESCE($3::uuid, '00000000-0000-0000-0000-000000000000')
      ORDER BY audit_id
      LIMIT $4`,
    values: [tx.tenant, input.runId, changeCursor(input.cursor), input.limit + 1],
  });
  return pageOf(tx, rows, input.limit);
}

/** Everything that happened to one record, newest first; also to one that is gone. Errors: CURSOR_INVALID. */
export async function listRecordHistory(
  tx: Tx,
  input: { type: RecordType; id: string; limit: number; cursor?: string | undefined },
): Promise<Page<RecordChange>> {
  const { rows } = await tx.query<RecordChangeRow>({
    name: 'records_list_history',
    text: `
      SELECT ${RECORD_CHANGE_COLUMNS} FROM audit_logs
      WHERE tenant = $1 AND record_type = $2 AND record_id = $3
        AND audit_id < COALESCE($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      ORDER BY audit_id DESC
      LIMIT $5`,
    values: [tx.tenant, input.type, input.id, changeCursor(input.cursor), input.limit + 1],
  });
  return pageOf(tx, rows, input.limit);
}

async function pageOf(tx: Tx, rows: RecordChangeRow[], limit: number): Promise<Page<RecordChange>> {
  const page = toPage(
    rows,
    limit,
    (row) => [row.audit_id],
    (row) => row,
  );
  return { items: await toRecordChanges(tx, page.items), nextCursor: page.nextCursor };
}
