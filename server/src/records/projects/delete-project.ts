import type { Tx } from '../../db/tx.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import { auditRecord } from '../audit-record.ts';

/**
 * Deletes a project that has no tasks. The lock comes first and the look second: a task's insert locks its project's key, so what is
 * not there after the lock cannot appear before the delete.
 * Errors: NOT_FOUND, RECORD_IN_USE while it has tasks.
 */
export async function deleteProject(tx: Tx, writer: Writer, projectId: string): Promise<void> {
  const values = [tx.tenant, projectId];
  const locked = await tx.query<{ project_name: string }>({
    text: 'SELECT project_name FROM projects WHERE tenant = $1 AND project_id = $2 FOR UPDATE',
    values,
  });
  const [project] = locked.rows;
  if (project === undefined) throw appError('NOT_FOUND', { resource: 'project', id: projectId });
  const tasks = await tx.query({
    text: 'SELECT FROM project_tasks WHERE tenant = $1 AND project_id = $2 LIMIT 1',
    values,
  });
  if (tasks.rowCount > 0) {
    throw appError('RECORD_IN_USE', { resource: 'project', id: projectId, usedBy: 'project_task' });
  }
  await tx.query({ text: 'DELETE FROM projects WHERE tenant = $1 AND project_id = $2', values });
  await auditRecord(tx, writer, {
    type: 'project',
    id: projectId,
    operation: 'delete',
    name: project.project_name,
    projectId,
  });
  tx.signal('records', projectId);
}
