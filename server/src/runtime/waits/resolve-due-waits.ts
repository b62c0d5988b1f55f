import type { Tx } from '../../db/tx.ts';
import { wakeRuns } from './wake-runs.ts';

const MAX_PER_PASS = 500;

/**
 * Ends the waits of one tenant whose time has come: a time is over, a retry is due, an event or a person did not come (time-out).
 * Answers how many; as many as MAX_PER_PASS = ask again.
 *
 * Locking: one worker at a time does this for a tenant (advisory lock, tried, not waited for). Then the run rows, then the waits, each
 * taken only while it is still WAITING: an event that came first wins.
 */
export async function resolveDueWaits(tx: Tx): Promise<number> {
  const lock = await tx.query<{ mine: boolean }>({
    name: 'hold_due_waits',
    text: 'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS mine',
    values: [`due ${tx.tenant}`],
  });
  if (lock.rows[0]?.mine !== true) return 0;
  const due = await tx.query<{ wait_id: string; run_id: string }>({
    name: 'find_due_waits',
    text: `
      SELECT wait_id, run_id FROM workflow_run_waits
      WHERE tenant = $1 AND status = 'WAITING' AND due_at IS NOT NULL AND due_at <= $2
      ORDER BY due_at
      LIMIT ${MAX_PER_PASS}`,
    values: [tx.tenant, tx.now],
  });
  if (due.rows.length === 0) return 0;
  await wakeRuns(
    tx,
    due.rows.map((row) => row.run_id),
  );
  await tx.query({
    name: 'end_due_waits',
    text: `
      UPDATE workflow_run_waits SET
        status = 'RESOLVED', resolved_at = $3::timestamptz,
        resolution = CASE
          WHEN wait_type = 'time' THEN jsonb_build_object('type', 'waitResolved', 'token', token,
            'resolution', jsonb_build_object('type', 'time', 'resumedAt', $4::text))
          WHEN wait_type = 'retry' AND payload ? 'callToken'
            THEN jsonb_build_object('type', 'callAgain', 'token', payload ->> 'callToken')
          WHEN wait_type = 'retry' THEN jsonb_build_object('type', 'waitResolved', 'token', token,
            'resolution', jsonb_build_object('type', 'retry'))
          ELSE jsonb_build_object('type', 'waitTimedOut', 'token', token) END
      WHERE tenant = $1 AND wait_id = ANY($2::uuid[]) AND status = 'WAITING'`,
    values: [tx.tenant, due.rows.map((row) => row.wait_id), tx.now, tx.now.toISOString()],
  });
  return due.rows.length;
}
