import type { Tx } from '../db/tx.ts';
import type { StoreEntry } from '../registry/ports.ts';
import { ENTRY_COLUMNS, type EntryRow, toEntry } from './to-entry.ts';

/** Null when there is no such entry or its time is over. A read writes nothing: the sweep takes expired rows away. */
export async function findEntry(tx: Tx, input: { namespace: string; key: string }): Promise<StoreEntry | null> {
  const { rows } = await tx.query<EntryRow>({
    name: 'store_find_entry',
    text: `
      SELECT ${ENTRY_COLUMNS} FROM workflow_data_store
      WHERE tenant = $1 AND namespace = $2 AND key = $3 AND (expires_at IS NULL OR expires_at > $4)`,
    values: [tx.tenant, input.namespace, input.key, tx.now],
  });
  const row = rows[0];
  return row === undefined ? null : toEntry(row);
}
