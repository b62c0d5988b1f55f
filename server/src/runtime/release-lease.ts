import type { Tx } from '../db/tx.ts';
import type { ClaimedRun } from './claim-runs.ts';

/**
 * Gives a run back so that the next free worker takes it at once. `countsAsTry` false takes the claim back as well: the worker stops
 * or could not reach the database, which says nothing about the run. One conditional statement; a run that was lost is left alone.
 */
export async function releaseLease(tx: Tx, run: ClaimedRun, countsAsTry: boolean): Promise<void> {
  const { rowCount } = await tx.query({
    name: 'release_lease',
    text: `
      UPDATE workflow_runs SET
        lease_owner = NULL, lease_expires_at = NULL,
        claims_without_progress = greatest(0, claims_without_progress - CASE WHEN $4 THEN 0 ELSE 1 END)
      WHERE tenant = $1 AND run_id = $2 AND fence = $3 AND status = 'RUNNING'`,
    values: [tx.tenant, run.runId, run.fence, countsAsTry],
  });
  if (rowCount === 1) tx.signal('work', run.runId);
}
