import {
  CHANGE_ORIGIN_COLUMNS,
  type ChangeOrigin,
  type ChangeOriginRow,
  toChangeOrigin,
} from '../audit/change-origin.ts';
import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';
import { type Page, sequenceOf, toPage } from '../kernel/pagination.ts';
import type { RecordRef } from '../registry/ports.ts';

export interface LinkChange extends ChangeOrigin {
  historyId: string;
  linkId: string;
  namespace: string;
  operation: 'upsert' | 'delete';
  from: RecordRef;
  to: RecordRef;
  relation: string;
  /** Null = there was no link before (or is none after). */
  attributesBefore: JsonObject | null;
  attributesAfter: JsonObject | null;
}

interface HistoryRow extends ChangeOriginRow {
  history_id: string;
  sequence: number;
  link_id: string;
  namespace: string;
  operation: LinkChange['operation'];
  left_type: string;
  left_id: string;
  right_type: string;
  right_id: string;
  relation: string;
  attributes_before: JsonObject | null;
  attributes_after: JsonObject | null;
}

const COLUMNS = `history_id, sequence, link_id, namespace, operation, left_type, left_id, right_type, right_id, relation,
  attributes_before, attributes_after, ${CHANGE_ORIGIN_COLUMNS}`;

/** Every change of one link, newest first, in the order in which they really happened. Errors: CURSOR_INVALID. */
export async function listLinkHistory(
  tx: Tx,
  input: { linkId: string; limit: number; cursor?: string | undefined },
): Promise<Page<LinkChange>> {
  const { rows } = await tx.query<HistoryRow>({
    name: 'links_list_history',
    text: `
      SELECT ${COLUMNS} FROM workflow_entity_link_history
      WHERE tenant = $1 AND link_id = $2 AND sequence < COALESCE($3::bigint, 9223372036854775807)
      ORDER BY sequence DESC
      LIMIT $4`,
    values: [tx.tenant, input.linkId, sequenceOf(input.cursor), input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.sequence], toChange);
}

/** What the steps of one run linked and unlinked, oldest first. Errors: CURSOR_INVALID. */
export async function listRunLinkChanges(
  tx: Tx,
  input: { runId: string; limit: number; cursor?: string | undefined },
): Promise<Page<LinkChange>> {
  const { rows } = await tx.query<HistoryRow>({
    name: 'links_list_run_changes',
    text: `
      SELECT ${COLUMNS} FROM workflow_entity_link_history
      WHERE tenant = $1 AND run_id = $2 AND sequence > COALESCE($3::bigint, 0)
      ORDER BY sequence
      LIMIT $4`,
    values: [tx.tenant, input.runId, sequenceOf(input.cursor), input.limit + 1],
  });
  return toPage(rows, input.limit, (row) => [row.sequence], toChange);
}

function toChange(row: HistoryRow): LinkChange {
  return {
    historyId: row.history_id,
    linkId: row.link_id,
    namespace: row.namespace,
    operation: row.operation,
    from: { type: row.left_type, id: row.left_id },
    to: { type: row.right_type, id: row.right_id },
    relation: row.relation,
    attributesBefore: row.attributes_before,
    attributesAfter: row.attributes_after,
    ...toChangeOrigin(row),
  };
}
