import type { Tx } from '../db/tx.ts';
import { decodeInstantCursor, type Page, toPage } from '../kernel/pagination.ts';
import type { EntityLink } from '../registry/ports.ts';
import { type LinkFilter, linkConditions } from './link-conditions.ts';
import { LINK_COLUMNS, type LinkRow, toLink } from './to-link.ts';

export interface ListLinksInput extends LinkFilter {
  limit: number;
  cursor?: string | undefined;
}

/**
 * Links that match, oldest first; the cursor is the last link, so writes in between neither skip nor repeat. Without a namespace and with
 * `direction: 'either'`: everything around one record.
 * Errors: CURSOR_INVALID.
 */
export async function listLinks(tx: Tx, input: ListLinksInput): Promise<Page<EntityLink>> {
  const { text, values } = linkConditions(tx.tenant, input);
  const after = input.cursor === undefined ? null : decodeInstantCursor(input.cursor);
  const at = values.length;
  const { rows } = await tx.query<LinkRow>({
    text: `
      SELECT ${LINK_COLUMNS} FROM workflow_entity_links
      WHERE ${text} AND ($${at + 1}::timestamptz IS NULL OR (created_at, link_id) > ($${at + 1}, $${at + 2}::uuid))
      ORDER BY created_at, link_id
      LIMIT $${at + 3}`,
    values: [...values, after?.at ?? null, after?.id ?? null, input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.created_at.toISOString(), row.link_id], toLink);
}
