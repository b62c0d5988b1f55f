import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { answerParent } from '../runtime/children/answer-parent.ts';
import type { RunStatus } from '../runtime/statuses.ts';
import { cancelRunTree } from './cancel-run-tree.ts';

/**
 * Cancels a run that is not over, and the runs that it called. A worker that holds it stops at its next boundary, and sooner where
 * a call to the outside is under way: the call's AbortSignal fires. Not catchable by the workflow.
 * Errors: NOT_FOUND; RUN_NOT_CANCELABLE when it is over. Locking: see cancelRunTree.
 */
export async function cancelRun(
  tx: Tx,
  writer: Writer,
  input: { runId: string; reason: string },
): Promise<{ canceledRuns: string[] }> {
  const { runId, reason } = input;
  const canceled = await cancelRunTree(tx, runId);
  const [run] = canceled;
  if (run === undefined) throw await whyNot(tx, runId);
  if (run.parentRunId !== null) {
    const outcome = { childRunId: runId, status: 'CANCELED', payload: null, vars: {}, meta: {}, error: null } as const;
    await answerParent(tx, run.parentRunId, outcome);
  }
  await logCancel(tx, runId, reason);
  await writeAudit(
    tx,
    { ...writer, reason },
    { recordType: 'workflow_run', recordId: runId, operation: 'workflow_run_cancel' },
  );
  return { canceledRuns: canceled.map((one) => one.runId) };
}

async function whyNot(tx: Tx, runId: string) {
  const { rows } = await tx.query<{ status: RunStatus }>({
    name: 'find_run_status',
    text: 'SELECT status FROM workflow_runs WHERE tenant = $1 AND run_id = $2',
    values: [tx.tenant, runId],
  });
  const status = rows[0]?.status;
  return status === undefined
    ? appError('NOT_FOUND', { resource: 'run', id: runId })
    : appError('RUN_NOT_CANCELABLE', { runId, status });
}

async function logCancel(tx: Tx, runId: string, reason: string): Promise<void> {
  await tx.query({
    name: 'log_cancel',
    text: `
      INSERT INTO workflow_run_logs (tenant, log_id, run_id, level, code, context_json, source, created_at)
      VALUES ($1, $2, $3, 'INFO', 'RUN_CANCELED', jsonb_build_object('reason', $4::text), 'operator', $5)`,
    values: [tx.tenant, tx.newId(), runId, reason, tx.now],
  });
}
