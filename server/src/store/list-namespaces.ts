import { prefixRange } from '../db/prefix-range.ts';
import type { Tx } from '../db/tx.ts';
import { lastTextOf, type Page, toPage } from '../kernel/pagination.ts';

export interface StoreNamespace {
  namespace: string;
  /** Live entries. */
  keyCount: number;
}

/** Namespaces that hold a live entry, in byte order. `limit` null = all of them. Errors: CURSOR_INVALID. */
export async function listStoreNamespaces(
  tx: Tx,
  input: { prefix?: string | undefined; limit: number | null; cursor?: string | undefined },
): Promise<Page<StoreNamespace>> {
  const { rows } = await tx.query<{ namespace: string; key_count: number }>({
    name: 'store_list_namespaces',
    text: `
      SELECT namespace, count(*) AS key_count FROM workflow_data_store
      WHERE tenant = $1 AND namespace > $2 AND namespace BETWEEN $3 AND $4
        AND (expires_at IS NULL OR expires_at > $5)
      GROUP BY namespace
      ORDER BY namespace
      LIMIT $6`,
    values: [
      tx.tenant,
      input.cursor === undefined ? '' : lastTextOf(input.cursor),
      ...prefixRange(input.prefix),
      tx.now,
      input.limit === null ? null : input.limit + 1,
    ],
  });
  return toPage(
    rows,
    input.limit ?? rows.length,
    (row) => [row.namespace],
    (row) => ({ namespace: row.namespace, keyCount: row.key_count }),
  );
}
