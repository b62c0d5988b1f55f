import { HISTORY_PROVENANCE_COLUMNS, HISTORY_PROVENANCE_VALUES, provenanceValues } from '../audit/provenance.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { LinkDirection, RecordRef } from '../registry/ports.ts';
import { linkConditions } from './link-conditions.ts';

export interface DeleteLinksInput {
  namespace: string;
  /** At least one of `from` and `to`. One alone takes all links that begin (or end) there. */
  from?: RecordRef | undefined;
  to?: RecordRef | undefined;
  relation?: string | undefined;
  /** reverse swaps the ends, either takes both; forward when left out. */
  direction?: LinkDirection;
}

/**
 * Takes away every link that matches. The rows are locked first, in order of their ids, so that two deletes never wait for each other in
 * a circle; each link leaves its history, the call leaves one audit row.
 * Errors: LINK_ENDPOINT_REQUIRED.
 */
export async function deleteLinks(tx: Tx, writer: Writer, input: DeleteLinksInput): Promise<{ deletedCount: number }> {
  if (input.from === undefined && input.to === undefined) throw appError('LINK_ENDPOINT_REQUIRED', {});
  const { text, values } = linkConditions(tx.tenant, input);
  const picked = await tx.query<{ link_id: string }>({
    text: `SELECT link_id FROM workflow_entity_links WHERE ${text} ORDER BY link_id FOR UPDATE`,
    values,
  });
  const linkIds = picked.rows.map((row) => row.link_id);
  const [firstLinkId] = linkIds;
  if (firstLinkId === undefined) return { deletedCount: 0 };

  await tx.query({
    name: 'links_delete_picked',
    text: `
      WITH picked AS (
        SELECT * FROM unnest($11::uuid[], $12::uuid[]) AS picked (link_id, history_id)
      ), gone AS (
        DELETE FROM workflow_entity_links AS link USING picked
        WHERE link.tenant = $1::uuid AND link.link_id = picked.link_id
        RETURNING link.link_id, picked.history_id, namespace, left_type, left_id, right_type, right_id, relation, attributes
      )
      INSERT INTO workflow_entity_link_history
        (${HISTORY_PROVENANCE_COLUMNS}, history_id, link_id, namespace, operation, left_type, left_id, right_type, right_id, relation,
         attributes_before)
      SELECT ${HISTORY_PROVENANCE_VALUES}, history_id, link_id, namespace, 'delete', left_type, left_id, right_type, right_id, relation,
        attributes
      FROM gone`,
    values: [...provenanceValues(tx, writer), linkIds, linkIds.map(() => tx.newId())],
  });
  await writeAudit(tx, writer, {
    recordType: linkIds.length === 1 ? 'entity_link' : 'entity_link_namespace',
    recordId: linkIds.length === 1 ? firstLinkId : input.namespace,
    operation: 'links.delete',
    details: detailsOf(input, linkIds.length),
  });
  tx.signal('links', input.namespace);
  return { deletedCount: linkIds.length };
}

function detailsOf({ namespace, from, to, relation, direction = 'forward' }: DeleteLinksInput, deletedCount: number) {
  return {
    namespace,
    direction,
    deletedCount,
    ...(from && { from: { ...from } }),
    ...(to && { to: { ...to } }),
    ...(relation !== undefined && { relation }),
  };
}
