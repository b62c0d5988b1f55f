import {
  CHANGE_ORIGIN_COLUMNS,
  type ChangeOrigin,
  type ChangeOriginRow,
  toChangeOrigin,
} from '../audit/change-origin.ts';
import type { Tx } from '../db/tx.ts';

/** The newest change of each entry, by key: one look at the end of each history, whatever its length. */
export async function listLastWrites(
  tx: Tx,
  input: { namespace: string; keys: readonly string[] },
): Promise<Map<string, ChangeOrigin>> {
  if (input.keys.length === 0) return new Map();
  const { rows } = await tx.query<ChangeOriginRow & { key: string }>({
    name: 'store_list_last_writes',
    text: `
      SELECT wanted.key, last.* FROM unnest($3::text[]) AS wanted (key)
      CROSS JOIN LATERAL (
        SELECT ${CHANGE_ORIGIN_COLUMNS} FROM workflow_data_store_history AS change
        WHERE change.tenant = $1 AND change.namespace = $2 AND change.key = wanted.key
        ORDER BY sequence DESC
        LIMIT 1
      ) AS last`,
    values: [tx.tenant, input.namespace, input.keys],
  });
  return new Map(rows.map((row) => [row.key, toChangeOrigin(row)]));
}
