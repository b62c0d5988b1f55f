import { prefixRange } from '../db/prefix-range.ts';
import type { Tx } from '../db/tx.ts';
import { lastTextOf, type Page, toPage } from '../kernel/pagination.ts';

export interface LinkNamespace {
  namespace: string;
  linkCount: number;
}

/** Namespaces that hold a link, in byte order. `limit` null = all of them. Errors: CURSOR_INVALID. */
export async function listLinkNamespaces(
  tx: Tx,
  input: { prefix?: string | undefined; limit: number | null; cursor?: string | undefined },
): Promise<Page<LinkNamespace>> {
  const { rows } = await tx.query<{ namespace: string; link_count: number }>({
    name: 'links_list_namespaces',
    text: `
      SELECT namespace, count(*) AS link_count FROM workflow_entity_links
      WHERE tenant = $1 AND namespace > $2 AND namespace BETWEEN $3 AND $4
      GROUP BY namespace
      ORDER BY namespace
      LIMIT $5`,
    values: [
      tx.tenant,
      input.cursor === undefined ? '' : lastTextOf(input.cursor),
      ...prefixRange(input.prefix),
      input.limit === null ? null : input.limit + 1,
    ],
  });
  return toPage(
    rows,
    input.limit ?? rows.length,
    (row) => [row.namespace],
    (row) => ({ namespace: row.namespace, linkCount: row.link_count }),
  );
}
