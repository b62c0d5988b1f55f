import type { Tx } from '../db/tx.ts';
import type { ClaimedRun } from './claim-runs.ts';

/**
 * Heartbeat: makes the leases of held runs good for `leaseMs` from now and answers the ids of those that are still held. One
 * statement; a run that was cancelled or taken over does not answer, as its fence has moved on.
 */
export async function renewLeases(tx: Tx, held: readonly ClaimedRun[], leaseMs: number): Promise<Set<string>> {
  const { rows } = await tx.query<{ run_id: string }>({
    name: 'renew_leases',
    text: `
      UPDATE workflow_runs r SET lease_expires_at = clock_timestamp() + $4 * interval '1 millisecond'
      FROM unnest($2::uuid[], $3::bigint[]) AS h (run_id, fence)
      WHERE r.tenant = $1 AND r.run_id = h.run_id AND r.fence = h.fence AND r.status = 'RUNNING'
      RETURNING r.run_id`,
    values: [tx.tenant, held.map((run) => run.runId), held.map((run) => run.fence), leaseMs],
  });
  return new Set(rows.map((row) => row.run_id));
}
