import { type ChangeOrigin, type ChangeOriginRow, toChangeOrigin } from '../audit/change-origin.ts';
import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { decodeCursor } from '../kernel/pagination.ts';
import type { RecordOperation, RecordType } from './audit-record.ts';
import { nameRecords, recordKey } from './name-records.ts';

/** What happened to a project or a task, who did it, and in which step. */
export interface RecordChange extends ChangeOrigin {
  changeId: string;
  recordType: RecordType;
  recordId: string;
  operation: RecordOperation;
  /** As it is called today; the name that it had then where it is gone. */
  name: string | null;
  projectId: string | null;
  /** Whether the record is still there to be looked at. */
  exists: boolean;
  /** Members that an update changed. */
  fields: { field: string; before: Json; after: Json }[];
}

export interface RecordChangeRow extends ChangeOriginRow {
  audit_id: string;
  record_type: RecordType;
  record_id: string;
  operation: string;
  details: JsonObject;
}

/** `audit_logs` keeps neither step id nor iteration of its own; records note the iteration in their details. */
export const RECORD_CHANGE_COLUMNS = `audit_id, record_type, record_id, operation, details, actor_id, actor_type, source, run_id, step_path,
  NULL AS step_id, details ->> 'iterationKey' AS iteration_key, reason, created_at`;

/** Puts today's names to the rows of a page. */
export async function toRecordChanges(tx: Tx, rows: readonly RecordChangeRow[]): Promise<RecordChange[]> {
  const refs = rows.map((row) => ({ type: row.record_type, id: row.record_id }));
  const names = await nameRecords(tx, refs);
  return rows.map((row) => {
    const today = names.get(recordKey({ type: row.record_type, id: row.record_id }));
    const { name, projectId } = row.details;
    return {
      changeId: row.audit_id,
      recordType: row.record_type,
      recordId: row.record_id,
      operation: operationOf(row),
      name: today?.name ?? (typeof name === 'string' ? name : null),
      projectId: today?.projectId ?? (typeof projectId === 'string' ? projectId : null),
      exists: today !== undefined,
      fields: fieldsOf(row.details),
      ...toChangeOrigin(row),
    };
  });
}

/** Errors: CURSOR_INVALID. */
export function changeCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const [changeId] = decodeCursor(cursor, 1);
  if (typeof changeId !== 'string' || !isUuid(changeId)) throw appError('CURSOR_INVALID', { cursor });
  return changeId;
}

function operationOf({ operation }: RecordChangeRow): RecordOperation {
  if (operation.endsWith('_create')) return 'create';
  return operation.endsWith('_delete') ? 'delete' : 'update';
}

function fieldsOf({ changes }: JsonObject): RecordChange['fields'] {
  if (changes === undefined || !isJsonObject(changes)) return [];
  return Object.entries(changes).flatMap(([field, change]) =>
    isJsonObject(change) ? [{ field, before: change.previous ?? null, after: change.new ?? null }] : [],
  );
}
