import { writeAudit } from '../../audit/write-audit.ts';
import type { Tx } from '../../db/tx.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import type { OperatorDecision, WaitAnswer } from './wait-answer.ts';
import { wakeRuns } from './wake-runs.ts';

/**
 * An operator says what became of a call in doubt (arrived with this output, failed, or make it again), or lets a quarantined run
 * be claimed again (release).
 * Errors: NOT_FOUND when no such wait is open.
 * Locking: the run's row, then the wait, taken only while it is WAITING: two operators do not both decide.
 */
export async function settleOperatorWait(
  tx: Tx,
  writer: Writer,
  input: { waitId: string; decision: OperatorDecision; reason: string },
): Promise<{ runId: string }> {
  const { waitId, decision, reason } = input;
  const wait = await findOperatorWait(tx, waitId);
  if (wait === null) throw appError('NOT_FOUND', { resource: 'operator wait', id: waitId });
  const isRelease = decision.type === 'release';
  if (isRelease !== (wait.reason === 'quarantined')) {
    throw appError('INVALID_INPUT', {
      issues: [
        { path: '/decision/type', code: 'not_possible', message: `Not a decision about a wait that is ${wait.reason}` },
      ],
    });
  }
  if (isRelease) await releaseQuarantine(tx, wait.runId);
  else await wakeRuns(tx, [wait.runId]);
  const answer: WaitAnswer = { type: 'operator', token: wait.callToken ?? '', decision };
  const { rowCount } = await tx.query({
    name: 'settle_operator_wait',
    text: `
      UPDATE workflow_run_waits SET status = 'RESOLVED', resolved_at = $3, resolution = $4::jsonb
      WHERE tenant = $1 AND wait_id = $2 AND status = 'WAITING'`,
    values: [tx.tenant, waitId, tx.now, JSON.stringify(answer)],
  });
  if (rowCount === 0) throw appError('NOT_FOUND', { resource: 'operator wait', id: waitId });
  await writeAudit(
    tx,
    { ...writer, reason },
    {
      recordType: 'workflow_run',
      recordId: wait.runId,
      operation: 'workflow_run_resume',
      details: { waitId, decision: decision.type },
    },
  );
  return { runId: wait.runId };
}

async function findOperatorWait(tx: Tx, waitId: string) {
  const { rows } = await tx.query<{ run_id: string; reason: string; call_token: string | null }>({
    name: 'find_operator_wait',
    text: `
      SELECT run_id, payload ->> 'reason' AS reason, payload ->> 'callToken' AS call_token FROM workflow_run_waits
      WHERE tenant = $1 AND wait_id = $2 AND wait_type = 'operator' AND status = 'WAITING'`,
    values: [tx.tenant, waitId],
  });
  const row = rows[0];
  return row === undefined ? null : { runId: row.run_id, reason: row.reason, callToken: row.call_token };
}

/** The only way out of quarantine: the run is claimable again and has its tries back. */
async function releaseQuarantine(tx: Tx, runId: string): Promise<void> {
  await tx.query({
    name: 'release_quarantine',
    text: `
      UPDATE workflow_runs SET
        status = 'RUNNING', wait_type = NULL, wait_reason = NULL, claims_without_progress = 0, wakes = wakes + 1, updated_at = $3
      WHERE tenant = $1 AND run_id = $2 AND status = 'WAITING' AND wait_reason = 'quarantined'`,
    values: [tx.tenant, runId, tx.now],
  });
  tx.signal('work', runId);
  tx.signal('run', runId);
}
