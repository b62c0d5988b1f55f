import { HISTORY_PROVENANCE_COLUMNS, HISTORY_PROVENANCE_VALUES, provenanceValues } from '../audit/provenance.ts';
import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';

const SWEEP_ROWS_PER_PASS = 1000;

/**
 * Takes away entries whose time is over, the longest expired first, at most `maxRows` a pass; each leaves an `expire` row in its history.
 * Rows that a writer holds are skipped: the writer gives them a new life or the next pass takes them. Two sweepers share the work.
 */
export async function sweepExpired(
  tx: Tx,
  writer: Writer,
  maxRows: number = SWEEP_ROWS_PER_PASS,
): Promise<{ expiredCount: number }> {
  const due = await tx.query<{ store_id: string }>({
    name: 'store_sweep_pick',
    text: `
      SELECT store_id FROM workflow_data_store
      WHERE tenant = $1 AND expires_at <= $2
      ORDER BY expires_at
      LIMIT $3
      FOR UPDATE SKIP LOCKED`,
    values: [tx.tenant, tx.now, maxRows],
  });
  if (due.rows.length === 0) return { expiredCount: 0 };

  await tx.query({
    name: 'store_sweep_delete',
    text: `
      WITH picked AS (
        SELECT * FROM unnest($11::uuid[], $12::uuid[]) AS picked (store_id, history_id)
      ), gone AS (
        DELETE FROM workflow_data_store AS entry USING picked
        WHERE entry.tenant = $1::uuid AND entry.store_id = picked.store_id
        RETURNING entry.namespace, entry.key, picked.history_id, entry.revision, entry.value, entry.value_type, entry.expires_at
      )
      INSERT INTO workflow_data_store_history
        (${HISTORY_PROVENANCE_COLUMNS}, namespace, key, history_id, operation, revision, value_before, value_type, expires_at)
      SELECT ${HISTORY_PROVENANCE_VALUES}, namespace, key, history_id, 'expire', revision, value, value_type, expires_at
      FROM gone`,
    values: [...provenanceValues(tx, writer), due.rows.map((row) => row.store_id), due.rows.map(() => tx.newId())],
  });
  const expiredCount = due.rows.length;
  tx.signal('store', '');
  // One row for the pass: what went is in each entry's history.
  await writeAudit(tx, writer, {
    recordType: 'store',
    recordId: tx.tenant,
    operation: 'store.sweep',
    details: { expiredCount },
  });
  return { expiredCount };
}
