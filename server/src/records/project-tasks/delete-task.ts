import type { Tx } from '../../db/tx.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import { auditRecord } from '../audit-record.ts';

/** Deletes a task. Links that name it stay: they are the workflows' memory, not part of the record. Errors: NOT_FOUND. */
export async function deleteTask(tx: Tx, writer: Writer, taskId: string): Promise<void> {
  const { rows } = await tx.query<{ project_id: string; title: string }>({
    text: 'DELETE FROM project_tasks WHERE tenant = $1 AND task_id = $2 RETURNING project_id, title',
    values: [tx.tenant, taskId],
  });
  const [row] = rows;
  if (row === undefined) throw appError('NOT_FOUND', { resource: 'project_task', id: taskId });
  await auditRecord(tx, writer, {
    type: 'project_task',
    id: taskId,
    operation: 'delete',
    name: row.title,
    projectId: row.project_id,
  });
  tx.signal('records', taskId);
}
