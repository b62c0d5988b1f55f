import { prefixRange } from '../db/prefix-range.ts';
import type { Tx } from '../db/tx.ts';
import { lastTextOf, type Page, toPage } from '../kernel/pagination.ts';
import type { StoreEntry, StoreValueType } from '../registry/ports.ts';
import { ENTRY_COLUMNS, type EntryRow, toEntry } from './to-entry.ts';

export interface ListEntriesInput {
  namespace: string;
  prefix?: string | undefined;
  valueType?: StoreValueType | undefined;
  /** Only entries that end some day, or only those that never do. */
  expiry?: 'expires' | 'never' | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Live entries in byte order of their keys. The cursor is the last key, so writes in between neither skip nor repeat. Errors: CURSOR_INVALID. */
export async function listEntries(tx: Tx, input: ListEntriesInput): Promise<Page<StoreEntry>> {
  const { rows } = await tx.query<EntryRow>({
    name: 'store_list_entries',
    text: `
      SELECT ${ENTRY_COLUMNS} FROM workflow_data_store
      WHERE tenant = $1 AND namespace = $2 AND key > $3 AND key BETWEEN $4 AND $5
        AND (expires_at IS NULL OR expires_at > $6)
        AND ($7::text IS NULL OR value_type = $7)
        AND ($8::boolean IS NULL OR (expires_at IS NOT NULL) = $8)
      ORDER BY key
      LIMIT $9`,
    values: [
      tx.tenant,
      input.namespace,
      input.cursor === undefined ? '' : lastTextOf(input.cursor),
      ...prefixRange(input.prefix),
      tx.now,
      input.valueType ?? null,
      input.expiry === undefined ? null : input.expiry === 'expires',
      input.limit + 1,
    ],
  });
  return toPage(rows, input.limit, (row) => [row.key], toEntry);
}
