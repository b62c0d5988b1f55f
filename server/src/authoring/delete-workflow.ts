import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import { assertMayChange, getWorkflowId, toWorkflow, WORKFLOW_COLUMNS, type WorkflowRow } from './workflow.ts';

export interface DeleteWorkflowInput {
  /** Id or key. */
  workflowId: string;
  mayChangeSystem: boolean;
}

/**
 * Deletes a workflow with its versions and the history of its ended runs. Store entries and links that runs wrote stay.
 * Locking: the definition's row is locked first; a start needs a key-share lock on it (foreign key of workflow_runs), so no run can
 * begin between the count and the delete.
 * Errors: NOT_FOUND, WORKFLOW_HAS_RUNS, PERMISSION_DENIED (system workflow).
 */
export async function deleteWorkflow(
  tx: Tx,
  writer: Writer,
  input: DeleteWorkflowInput,
): Promise<{ workflowId: string; deleted: true }> {
  const workflowId = await getWorkflowId(tx, input.workflowId);
  const { rows } = await tx.query<WorkflowRow>({
    name: 'authoring.lock_workflow',
    text: `SELECT ${WORKFLOW_COLUMNS} FROM workflow_definitions d WHERE d.tenant = $1 AND d.workflow_id = $2 FOR UPDATE`,
    values: [tx.tenant, workflowId],
  });
  const row = rows[0];
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'workflow', id: input.workflowId });
  const workflow = toWorkflow(row);
  assertMayChange(workflow, input.mayChangeSystem);
  const activeRuns = await countActiveRuns(tx, workflowId);
  if (activeRuns > 0) throw appError('WORKFLOW_HAS_RUNS', { workflowKey: workflow.key, activeRuns });
  await deleteWorkflowRows(tx, workflowId);
  await writeAudit(tx, writer, {
    recordType: 'workflow_definition',
    recordId: workflowId,
    operation: 'workflow_definition_delete',
    details: { key: workflow.key, name: workflow.name },
  });
  tx.signal('workflows', workflowId);
  return { workflowId, deleted: true };
}

export async function countActiveRuns(tx: Tx, workflowId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>({
    name: 'authoring.count_active_runs',
    text: `SELECT count(*)::integer AS count FROM workflow_runs
            WHERE tenant = $1 AND workflow_id = $2 AND status IN ('QUEUED', 'RUNNING', 'WAITING')`,
    values: [tx.tenant, workflowId],
  });
  return rows[0]?.count ?? 0;
}

/** Versions, runs and what belongs to runs go with it by the foreign keys. */
export async function deleteWorkflowRows(tx: Tx, workflowId: string): Promise<void> {
  await tx.query({
    name: 'authoring.delete_workflow',
    text: 'DELETE FROM workflow_definitions WHERE tenant = $1 AND workflow_id = $2',
    values: [tx.tenant, workflowId],
  });
}
