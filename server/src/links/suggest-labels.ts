import type { Tx } from '../db/tx.ts';

/** Offered before anybody has used any; all of these labels stay free text. */
const CURATED_TYPES = [
  'project_task',
  'ticket',
  'contact',
  'client',
  'project',
  'appointment',
  'quote',
  'invoice',
] as const;
const CURATED_RELATIONS = ['related', 'mirrors', 'maps_to', 'blocks', 'duplicate_of', 'synced_with'] as const;

export interface Suggestions {
  /** Offered always, in this order; their display texts are translations. */
  curated: string[];
  /** Already in use and not curated, in byte order. */
  used: string[];
}

export interface SuggestInput {
  /** Left out = in use anywhere in the tenant. */
  namespace?: string | undefined;
  prefix?: string | undefined;
  limit: number;
}

const usedTypesSql = `
  SELECT DISTINCT label FROM (
    SELECT left_type AS label FROM workflow_entity_links WHERE tenant = $1 AND ($2::text IS NULL OR namespace = $2) AND starts_with(left_type, $3)
    UNION
    SELECT right_type FROM workflow_entity_links WHERE tenant = $1 AND ($2::text IS NULL OR namespace = $2) AND starts_with(right_type, $3)
  ) AS types
  WHERE label <> ALL ($4::text[])
  ORDER BY label
  LIMIT $5`;

const usedRelationsSql = `
  SELECT DISTINCT relation AS label FROM workflow_entity_links
  WHERE tenant = $1 AND ($2::text IS NULL OR namespace = $2) AND starts_with(relation, $3) AND relation <> ALL ($4::text[])
  ORDER BY label
  LIMIT $5`;

export function suggestTypes(tx: Tx, input: SuggestInput): Promise<Suggestions> {
  return suggest(tx, usedTypesSql, CURATED_TYPES, input);
}

export function suggestRelations(tx: Tx, input: SuggestInput): Promise<Suggestions> {
  return suggest(tx, usedRelationsSql, CURATED_RELATIONS, input);
}

async function suggest(
  tx: Tx,
  text: string,
  curatedLabels: readonly string[],
  { namespace, prefix = '', limit }: SuggestInput,
): Promise<Suggestions> {
  const curated = curatedLabels.filter((label) => label.startsWith(prefix));
  const { rows } = await tx.query<{ label: string }>({
    text,
    values: [tx.tenant, namespace ?? null, prefix, [...curatedLabels], limit],
  });
  return { curated, used: rows.map((row) => row.label) };
}
