import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import type { JsonObject } from '../kernel/json.ts';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.ts';

export interface AuditEntry {
  auditId: string;
  recordType: string;
  recordId: string;
  operation: string;
  actorId: string | null;
  actorType: string;
  source: string;
  runId: string | null;
  stepPath: string | null;
  reason: string | null;
  details: JsonObject;
  createdAt: string;
}

export interface ListAuditInput {
  recordType?: string;
  recordId?: string;
  runId?: string;
  limit: number;
  cursor?: string;
}

interface AuditRow {
  audit_id: string;
  record_type: string;
  record_id: string;
  operation: string;
  actor_id: string | null;
  actor_type: string;
  source: string;
  run_id: string | null;
  step_path: string | null;
  reason: string | null;
  details: JsonObject;
  created_at: Date;
}

/** Newest first. With a run: everything that its steps changed and what was done to the run itself. Errors: CURSOR_INVALID. */
export async function listAudit(tx: Tx, input: ListAuditInput): Promise<Page<AuditEntry>> {
  const after = input.cursor === undefined ? null : auditIdOf(input.cursor);
  const { rows } = await tx.query<AuditRow>({
    text: `
      SELECT audit_id, record_type, record_id, operation, actor_id, actor_type, source, run_id, step_path, reason, details, created_at
      FROM audit_logs
      WHERE tenant = $1
        AND ($2::text IS NULL OR record_type = $2)
        AND ($3::text IS NULL OR record_id = $3)
        AND ($4::uuid IS NULL OR run_id = $4 OR (record_type = 'workflow_run' AND record_id = $4::text))
        AND ($5::uuid IS NULL OR audit_id < $5)
      ORDER BY audit_id DESC
      LIMIT $6`,
    values: [tx.tenant, input.recordType ?? null, input.recordId ?? null, input.runId ?? null, after, input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.audit_id], toAuditEntry);
}

function auditIdOf(cursor: string): string {
  const [auditId] = decodeCursor(cursor, 1);
  if (typeof auditId !== 'string' || !isUuid(auditId)) throw appError('CURSOR_INVALID', { cursor });
  return auditId;
}

function toAuditEntry(row: AuditRow): AuditEntry {
  return {
    auditId: row.audit_id,
    recordType: row.record_type,
    recordId: row.record_id,
    operation: row.operation,
    actorId: row.actor_id,
    actorType: row.actor_type,
    source: row.source,
    runId: row.run_id,
    stepPath: row.step_path,
    reason: row.reason,
    details: row.details,
    createdAt: row.created_at.toISOString(),
  };
}
