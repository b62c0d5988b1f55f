import type { Tx } from '../db/tx.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { LinkDirection, LinkMatch, RecordRef } from '../registry/ports.ts';

export interface LookupLinksInput {
  namespace: string;
  /** The record that is asked about; with `reverse` it is the `to` of the links that are found. */
  from: RecordRef;
  direction: LinkDirection;
  relation?: string | undefined;
  /** Type of the record at the other end. */
  toType?: string | undefined;
  limit: number;
}

interface MatchRow {
  link_id: string;
  other_type: string;
  other_id: string;
  relation: string;
  attributes: JsonObject;
}

/**
 * Both directions are numbered on their own and taken in turns, so a record with many outgoing links still shows its incoming ones;
 * a link from a record to itself is counted as outgoing only, unless incoming ones alone are asked for.
 */
const lookupLinksSql = `
  WITH forward AS (
    SELECT link_id, right_type AS other_type, right_id AS other_id, relation, attributes, created_at,
      row_number() OVER (ORDER BY created_at, link_id) AS turn
    FROM workflow_entity_links
    WHERE $7::boolean AND tenant = $1 AND namespace = $2 AND left_type = $3 AND left_id = $4
      AND ($5::text IS NULL OR relation = $5) AND ($6::text IS NULL OR right_type = $6)
    ORDER BY created_at, link_id
    LIMIT $9
  ), reverse AS (
    SELECT link_id, left_type AS other_type, left_id AS other_id, relation, attributes, created_at,
      row_number() OVER (ORDER BY created_at, link_id) AS turn
    FROM workflow_entity_links
    WHERE $8::boolean AND tenant = $1 AND namespace = $2 AND right_type = $3 AND right_id = $4
      AND ($5::text IS NULL OR relation = $5) AND ($6::text IS NULL OR left_type = $6)
      AND NOT ($7::boolean AND left_type = right_type AND left_id = right_id)
    ORDER BY created_at, link_id
    LIMIT $9
  ), taken AS (
    SELECT * FROM (SELECT * FROM forward UNION ALL SELECT * FROM reverse) AS found
    ORDER BY turn, created_at, link_id
    LIMIT $9
  )
  SELECT link_id, other_type, other_id, relation, attributes FROM taken ORDER BY created_at, link_id`;

/** The records at the other end, oldest link first. */
export async function lookupLinks(tx: Tx, input: LookupLinksInput): Promise<LinkMatch[]> {
  const { rows } = await tx.query<MatchRow>({
    name: 'links_lookup',
    text: lookupLinksSql,
    values: [
      tx.tenant,
      input.namespace,
      input.from.type,
      input.from.id,
      input.relation ?? null,
      input.toType ?? null,
      input.direction !== 'reverse',
      input.direction !== 'forward',
      input.limit,
    ],
  });
  return rows.map((row) => ({
    linkId: row.link_id,
    type: row.other_type,
    id: row.other_id,
    relation: row.relation,
    attributes: row.attributes,
  }));
}
