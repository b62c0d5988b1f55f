import {
  AUDIT_PROVENANCE_COLUMNS,
  AUDIT_PROVENANCE_VALUES,
  HISTORY_PROVENANCE_COLUMNS,
  HISTORY_PROVENANCE_VALUES,
  provenanceValues,
} from '../audit/provenance.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';

/** One statement: the delete waits for whoever holds the row and answers with what it really took away. */
const deleteEntrySql = `
  WITH gone AS (
    DELETE FROM workflow_data_store WHERE tenant = $1::uuid AND namespace = $13::text AND key = $14::text
    RETURNING value, value_type, revision, expires_at, COALESCE(expires_at <= $2::timestamptz, false) AS is_expired
  ), noted AS (
    INSERT INTO workflow_data_store_history
      (${HISTORY_PROVENANCE_COLUMNS}, namespace, key, history_id, operation, revision, value_before, value_after, value_type, expires_at)
    SELECT ${HISTORY_PROVENANCE_VALUES}, $13::text, $14::text, $11::uuid, CASE WHEN is_expired THEN 'expire' ELSE 'delete' END,
      revision, value, NULL, value_type, expires_at
    FROM gone
  ), audited AS (
    INSERT INTO audit_logs (${AUDIT_PROVENANCE_COLUMNS}, audit_id, record_type, record_id, operation, details)
    SELECT ${AUDIT_PROVENANCE_VALUES}, $12::uuid, 'store_entry', $13::text || '/' || $14::text, 'store.delete',
      jsonb_build_object('namespace', $13::text, 'key', $14::text, 'revision', revision)
    FROM gone WHERE NOT is_expired
  )
  SELECT count(*) FILTER (WHERE NOT is_expired) AS deleted FROM gone`;

/** `deleted` is false when there was nothing to delete; an entry whose time was over counts as nothing. */
export async function deleteEntry(
  tx: Tx,
  writer: Writer,
  input: { namespace: string; key: string },
): Promise<{ deleted: boolean }> {
  const { rows } = await tx.query<{ deleted: number }>({
    name: 'store_delete_entry',
    text: deleteEntrySql,
    values: [...provenanceValues(tx, writer), tx.newId(), tx.newId(), input.namespace, input.key],
  });
  const deleted = (rows[0]?.deleted ?? 0) > 0;
  if (deleted) tx.signal('store', input.namespace);
  return { deleted };
}
