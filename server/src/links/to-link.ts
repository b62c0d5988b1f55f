import type { JsonObject } from '../kernel/json.ts';
import type { EntityLink } from '../registry/ports.ts';

/** The table says left and right, everything outside says from and to. */
export interface LinkRow {
  link_id: string;
  namespace: string;
  left_type: string;
  left_id: string;
  right_type: string;
  right_id: string;
  relation: string;
  attributes: JsonObject;
  created_at: Date;
  updated_at: Date;
}

export const LINK_COLUMNS =
  'link_id, namespace, left_type, left_id, right_type, right_id, relation, attributes, created_at, updated_at';

export function toLink(row: LinkRow): EntityLink {
  return {
    linkId: row.link_id,
    namespace: row.namespace,
    from: { type: row.left_type, id: row.left_id },
    to: { type: row.right_type, id: row.right_id },
    relation: row.relation,
    attributes: row.attributes,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
