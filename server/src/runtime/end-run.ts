import type { Tx } from '../db/tx.ts';
import type { ChildOutcome } from '../language/interpreter/types.ts';
import { admitQueuedRuns } from '../runs/admit-queued-runs.ts';
import { cancelChildren, cancelRunTree } from '../runs/cancel-run-tree.ts';
import type { BoundaryDraft } from './boundary-draft.ts';
import type { BoundaryRows } from './boundary-rows.ts';
import { answerParent } from './children/answer-parent.ts';
import { childRunId } from './children/start-child.ts';
import type { HeldRun } from './held-run.ts';

/**
 * What a boundary means for other runs, in its transaction and after its own statement: children that nobody waits for any more are
 * cancelled; the end of the run answers its caller and lets a queued run of the same workflow begin.
 * Locking: own row (by the boundary's statement), then parent or children, then the definition row of a limited workflow.
 */
export async function endRun(tx: Tx, held: HeldRun, draft: BoundaryDraft, rows: BoundaryRows): Promise<void> {
  for (const child of draft.droppedChildren) await cancelRunTree(tx, childRunId(held, child));
  if (!rows.isFinal) return;
  if (held.document.calls.some(({ stage }) => stage === 'started')) await doubtOpenCalls(tx, held.runId);
  await cancelChildren(tx, held.runId);
  if (held.parentRunId !== null) await answerParent(tx, held.parentRunId, outcomeOf(held, draft, rows));
  if (held.hasConcurrencyLimit) await admitQueuedRuns(tx, held.workflowId);
}

/** The run ended while a call of another branch was under way: nobody will hear how that one ends. */
async function doubtOpenCalls(tx: Tx, runId: string): Promise<void> {
  await tx.query({
    name: 'doubt_open_calls',
    text: `UPDATE workflow_action_invocations SET status = 'IN_DOUBT' WHERE tenant = $1 AND run_id = $2 AND status = 'STARTED'`,
    values: [tx.tenant, runId],
  });
}

function outcomeOf(held: HeldRun, draft: BoundaryDraft, rows: BoundaryRows): ChildOutcome {
  const { payload, vars, meta } = draft.document.interpreter.envelope;
  const status = rows.status === 'SUCCEEDED' || rows.status === 'CANCELED' ? rows.status : 'FAILED';
  return { childRunId: held.runId, status, payload, vars, meta, error: rows.error as ChildOutcome['error'] };
}
