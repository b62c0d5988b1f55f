import type { Tx } from '../../db/tx.ts';
import type { ChildOutcome } from '../../language/interpreter/types.ts';
import { viewJson } from '../redaction-view.ts';
import { wakeRuns } from '../waits/wake-runs.ts';

/**
 * Tells the caller how its child ended, in the transaction in which the child ends. Locking: the parent's run row, then its wait.
 * Nothing happens where the caller does not wait any more.
 */
export async function answerParent(tx: Tx, parentRunId: string, outcome: ChildOutcome): Promise<void> {
  await wakeRuns(tx, [parentRunId]);
  await tx.query({
    name: 'answer_parent',
    text: `
      UPDATE workflow_run_waits SET
        status = 'RESOLVED', resolved_at = $4,
        resolution = jsonb_build_object('type', 'childEnded', 'token', token, 'outcome', $5::jsonb)
      WHERE tenant = $1 AND run_id = $2 AND wait_type = 'child' AND key = $3 AND status = 'WAITING'`,
    values: [tx.tenant, parentRunId, outcome.childRunId, tx.now, viewJson(outcome)],
  });
}
