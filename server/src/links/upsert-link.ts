import {
  AUDIT_PROVENANCE_COLUMNS,
  AUDIT_PROVENANCE_VALUES,
  HISTORY_PROVENANCE_COLUMNS,
  HISTORY_PROVENANCE_VALUES,
  provenanceValues,
} from '../audit/provenance.ts';
import { repeatWhileRaced } from '../db/repeat-while-raced.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { RecordRef } from '../registry/ports.ts';
import { assertStorableValue, type StoreLimits } from '../store/limits.ts';

export interface UpsertLinkInput {
  namespace: string;
  from: RecordRef;
  to: RecordRef;
  relation: string;
  attributes: JsonObject;
}

/** UTF-8 bytes of a link's six labels together: what a row of their unique index holds. */
const MAX_LABEL_BYTES = 2400;

/**
 * One statement on the typed edge. `before` locks the link (or finds none); its attributes are replaced as a whole, or a link is made.
 * Creators that race meet at the unique key: the loser's insert does nothing and its statement runs again.
 */
const upsertLinkSql = `
  WITH before AS (
    SELECT link_id, attributes FROM workflow_entity_links
    WHERE tenant = $1::uuid AND namespace = $13::text AND left_type = $14::text AND left_id = $15::text
      AND right_type = $16::text AND right_id = $17::text AND relation = $18::text
    FOR UPDATE
  ), replaced AS (
    UPDATE workflow_entity_links AS link SET attributes = $19::jsonb, updated_at = $2::timestamptz
    FROM before
    WHERE link.tenant = $1::uuid AND link.link_id = before.link_id
    RETURNING link.link_id, false AS created
  ), made AS (
    INSERT INTO workflow_entity_links
      (tenant, link_id, namespace, left_type, left_id, right_type, right_id, relation, attributes, created_by_run_id, created_at, updated_at)
    SELECT $1::uuid, $20::uuid, $13::text, $14::text, $15::text, $16::text, $17::text, $18::text, $19::jsonb, $6::uuid,
      $2::timestamptz, $2::timestamptz
    WHERE NOT EXISTS (SELECT FROM before)
    ON CONFLICT (tenant, namespace, left_type, left_id, right_type, right_id, relation) DO NOTHING
    RETURNING link_id, true AS created
  ), written AS (
    SELECT link_id, created FROM replaced UNION ALL SELECT link_id, created FROM made
  ), noted AS (
    INSERT INTO workflow_entity_link_history
      (${HISTORY_PROVENANCE_COLUMNS}, history_id, link_id, namespace, operation, left_type, left_id, right_type, right_id, relation,
       attributes_before, attributes_after)
    SELECT ${HISTORY_PROVENANCE_VALUES}, $11::uuid, written.link_id, $13::text, 'upsert', $14::text, $15::text, $16::text, $17::text,
      $18::text, (SELECT attributes FROM before), $19::jsonb
    FROM written
  ), audited AS (
    INSERT INTO audit_logs (${AUDIT_PROVENANCE_COLUMNS}, audit_id, record_type, record_id, operation, details)
    SELECT ${AUDIT_PROVENANCE_VALUES}, $12::uuid, 'entity_link', written.link_id::text, 'links.upsert',
      jsonb_build_object(
        'namespace', $13::text, 'relation', $18::text,
        'from', jsonb_build_object('type', $14::text, 'id', $15::text),
        'to', jsonb_build_object('type', $16::text, 'id', $17::text))
    FROM written
  )
  SELECT link_id, created FROM written`;

/**
 * Makes the link or replaces its attributes; the same typed edge is never there twice.
 * Errors: STORE_VALUE_TOO_LARGE for attributes, INVALID_INPUT.
 */
export async function upsertLink(
  tx: Tx,
  writer: Writer,
  input: UpsertLinkInput,
  limits: StoreLimits,
): Promise<{ linkId: string; created: boolean }> {
  assertStorableValue(input.attributes, '/attributes', limits);
  const { namespace, from, to, relation } = input;
  const labels = [namespace, from.type, from.id, to.type, to.id, relation];
  assertLabelsFit(labels);

  return repeatWhileRaced(async () => {
    const { rows } = await tx.query<{ link_id: string; created: boolean }>({
      name: 'links_upsert_link',
      text: upsertLinkSql,
      values: [
        ...provenanceValues(tx, writer),
        tx.newId(),
        tx.newId(),
        ...labels,
        JSON.stringify(input.attributes),
        tx.newId(),
      ],
    });
    const row = rows[0];
    if (row === undefined) return 'raced';
    tx.signal('links', namespace);
    return { linkId: row.link_id, created: row.created };
  });
}

function assertLabelsFit(labels: readonly string[]): void {
  const sizeBytes = new TextEncoder().encode(labels.join('')).length;
  if (sizeBytes <= MAX_LABEL_BYTES) return;
  const message = `The names of a link take ${sizeBytes} bytes together; at most ${MAX_LABEL_BYTES} fit`;
  throw appError('INVALID_INPUT', { issues: [{ path: '', code: 'too_big', message }] }, message);
}
