import type { Tx } from '../db/tx.ts';
import { lastTextOf, type Page, toPage } from '../kernel/pagination.ts';

export interface Collection {
  namespace: string;
  /** Live entries. */
  keyCount: number;
  linkCount: number;
}

/**
 * Names are read by jumping from one to the next in each index, so that a tenant with millions of rows costs one look per name;
 * only the names of the page are counted.
 */
const listCollectionsSql = `
  WITH RECURSIVE store_names AS (
    SELECT min(namespace) AS namespace FROM workflow_data_store WHERE tenant = $1 AND namespace > $2
    UNION ALL
    SELECT (SELECT min(namespace) FROM workflow_data_store WHERE tenant = $1 AND namespace > store_names.namespace)
    FROM store_names WHERE store_names.namespace IS NOT NULL
  ), link_names AS (
    SELECT min(namespace) AS namespace FROM workflow_entity_links WHERE tenant = $1 AND namespace > $2
    UNION ALL
    SELECT (SELECT min(namespace) FROM workflow_entity_links WHERE tenant = $1 AND namespace > link_names.namespace)
    FROM link_names WHERE link_names.namespace IS NOT NULL
  ), names AS (
    SELECT namespace FROM link_names
    UNION
    -- the first live entry by its key: an index answers that, where EXISTS may read the whole table
    SELECT namespace FROM store_names WHERE (
      SELECT true FROM workflow_data_store AS entry
      WHERE entry.tenant = $1 AND entry.namespace = store_names.namespace AND (entry.expires_at IS NULL OR entry.expires_at > $4)
      ORDER BY key LIMIT 1)
  ), page AS (
    SELECT namespace FROM names
    WHERE namespace IS NOT NULL AND ($6::text IS NULL OR namespace = $6) AND ($3::text IS NULL OR position(lower($3) IN lower(namespace)) > 0)
    ORDER BY namespace
    LIMIT $5
  )
  SELECT namespace,
    (SELECT count(*) FROM workflow_data_store AS entry
     WHERE entry.tenant = $1 AND entry.namespace = page.namespace AND (entry.expires_at IS NULL OR entry.expires_at > $4)) AS key_count,
    (SELECT count(*) FROM workflow_entity_links AS link WHERE link.tenant = $1 AND link.namespace = page.namespace) AS link_count
  FROM page ORDER BY namespace`;

/** Namespaces that hold a live entry or a link, with both counts, in byte order; `search` finds inside names, without case; `namespace` is one name. Errors: CURSOR_INVALID. */
export async function listCollections(
  tx: Tx,
  input: { search?: string | undefined; namespace?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Page<Collection>> {
  const { rows } = await tx.query<{ namespace: string; key_count: number; link_count: number }>({
    name: 'store_list_collections',
    text: listCollectionsSql,
    values: [
      tx.tenant,
      input.cursor === undefined ? '' : lastTextOf(input.cursor),
      input.search ?? null,
      tx.now,
      input.limit + 1,
      input.namespace ?? null,
    ],
  });
  return toPage(
    rows,
    input.limit,
    (row) => [row.namespace],
    (row) => ({ namespace: row.namespace, keyCount: row.key_count, linkCount: row.link_count }),
  );
}
