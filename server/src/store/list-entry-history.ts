import {
  CHANGE_ORIGIN_COLUMNS,
  type ChangeOrigin,
  type ChangeOriginRow,
  toChangeOrigin,
} from '../audit/change-origin.ts';
import type { Tx } from '../db/tx.ts';
import type { Json } from '../kernel/json.ts';
import { type Page, sequenceOf, toPage } from '../kernel/pagination.ts';

export interface StoreChange extends ChangeOrigin {
  historyId: string;
  namespace: string;
  key: string;
  operation: 'set' | 'increment' | 'delete' | 'expire';
  /** After the change; for delete and expire the last one that there was. */
  revision: number;
  /** Whether there was a value before and is one after: a stored null is a value. */
  hadValue: boolean;
  hasValue: boolean;
  valueBefore: Json;
  valueAfter: Json;
  valueType: string | null;
  expiresAt: string | null;
}

interface HistoryRow extends ChangeOriginRow {
  history_id: string;
  sequence: number;
  namespace: string;
  key: string;
  operation: StoreChange['operation'];
  revision: number;
  had_value: boolean;
  has_value: boolean;
  value_before: Json;
  value_after: Json;
  value_type: string | null;
  expires_at: Date | null;
}

const COLUMNS = `history_id, sequence, namespace, key, operation, revision,
  value_before IS NOT NULL AS had_value, value_after IS NOT NULL AS has_value, value_before, value_after, value_type, expires_at,
  ${CHANGE_ORIGIN_COLUMNS}`;

/** Every revision of one entry through all its lives, newest first, in the order in which they really happened. Errors: CURSOR_INVALID. */
export async function listEntryHistory(
  tx: Tx,
  input: { namespace: string; key: string; limit: number; cursor?: string | undefined },
): Promise<Page<StoreChange>> {
  const { rows } = await tx.query<HistoryRow>({
    name: 'store_list_entry_history',
    text: `
      SELECT ${COLUMNS} FROM workflow_data_store_history
      WHERE tenant = $1 AND namespace = $2 AND key = $3 AND sequence < COALESCE($4::bigint, 9223372036854775807)
      ORDER BY sequence DESC
      LIMIT $5`,
    values: [tx.tenant, input.namespace, input.key, sequenceOf(input.cursor), input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.sequence], toChange);
}

/** What the steps of one run changed in the store, oldest first. Errors: CURSOR_INVALID. */
export async function listRunStoreChanges(
  tx: Tx,
  input: { runId: string; limit: number; cursor?: string | undefined },
): Promise<Page<StoreChange>> {
  const { rows } = await tx.query<HistoryRow>({
    name: 'store_list_run_changes',
    text: `
      SELECT ${COLUMNS} FROM workflow_data_store_history
      WHERE tenant = $1 AND run_id = $2 AND sequence > COALESCE($3::bigint, 0)
      ORDER BY sequence
      LIMIT $4`,
    values: [tx.tenant, input.runId, sequenceOf(input.cursor), input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.sequence], toChange);
}

function toChange(row: HistoryRow): StoreChange {
  return {
    historyId: row.history_id,
    namespace: row.namespace,
    key: row.key,
    operation: row.operation,
    revision: row.revision,
    hadValue: row.had_value,
    hasValue: row.has_value,
    valueBefore: row.value_before,
    valueAfter: row.value_after,
    valueType: row.value_type,
    expiresAt: row.expires_at?.toISOString() ?? null,
    ...toChangeOrigin(row),
  };
}
