import type { Tx } from '../../db/tx.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import type { ProjectTask } from '../../registry/ports.ts';
import { auditRecord } from '../audit-record.ts';
import { changesOf } from '../changes.ts';
import { recordActorId } from '../record-actor.ts';
import { isCompletedTaskStatus } from '../statuses.ts';
import type { TaskPatch } from './task.schema.ts';
import { TASK_COLUMNS, type TaskRow, toTask } from './task-row.ts';
import { tellChanged } from './tell-task.ts';

export interface UpdateTaskInput {
  taskId: string;
  /** When given, the task must be one of this project. */
  projectId?: string;
  patch: TaskPatch;
  /** `updatedAt` of the state that the caller saw: somebody else's change in between is refused. */
  expectedUpdatedAt?: string;
}

/**
 * Changes the given members of a task and tells what happened. Nothing that differs: nothing written, nothing told.
 *
 * The row is locked before it is compared, so that of two changes at once the second compares with what the first left.
 * Errors: NOT_FOUND; RECORD_STALE when it changed since `expectedUpdatedAt`.
 */
export async function updateTask(
  tx: Tx,
  writer: Writer,
  input: UpdateTaskInput,
): Promise<{ task: ProjectTask; changedFields: string[] }> {
  const current = await lockTask(tx, input);
  const { title, description, dueDate, status, assignedTo } = current;
  const changes = changesOf({ title, description, dueDate, status, assignedTo }, input.patch);
  const changedFields = Object.keys(changes);
  if (changedFields.length === 0) return { task: current, changedFields };

  const patch = Object.fromEntries(changedFields.map((name) => [name, changes[name]?.new]));
  const task = await writeTask(tx, writer, { ...current, ...patch });
  await tellChanged(tx, writer, current, task, changes);
  await auditRecord(tx, writer, {
    type: 'project_task',
    id: task.taskId,
    operation: 'update',
    name: task.title,
    projectId: task.projectId,
    changes,
  });
  tx.signal('records', task.taskId);
  return { task, changedFields };
}

async function lockTask(tx: Tx, input: UpdateTaskInput): Promise<ProjectTask> {
  const { rows } = await tx.query<TaskRow>({
    name: 'lock_project_task',
    text: `SELECT ${TASK_COLUMNS} FROM project_tasks WHERE tenant = $1 AND task_id = $2 FOR NO KEY UPDATE`,
    values: [tx.tenant, input.taskId],
  });
  const [row] = rows;
  if (row === undefined || (input.projectId !== undefined && row.project_id !== input.projectId)) {
    throw appError('NOT_FOUND', { resource: 'project_task', id: input.taskId });
  }
  const task = toTask(row);
  if (input.expectedUpdatedAt !== undefined && input.expectedUpdatedAt !== task.updatedAt) {
    throw appError('RECORD_STALE', { resource: 'project_task', id: input.taskId });
  }
  return task;
}

async function writeTask(tx: Tx, writer: Writer, next: ProjectTask): Promise<ProjectTask> {
  const { rows } = await tx.query<TaskRow>({
    name: 'update_project_task',
    text: `
      UPDATE project_tasks
      SET title = $3, description = $4, due_date = $5, status = $6, assigned_to = $7, updated_by = $8, updated_at = $9,
        completed_at = CASE WHEN NOT $10::boolean THEN NULL ELSE coalesce(completed_at, $9) END
      WHERE tenant = $1 AND task_id = $2
      RETURNING ${TASK_COLUMNS}`,
    values: [
      tx.tenant,
      next.taskId,
      next.title,
      next.description,
      next.dueDate,
      next.status,
      next.assignedTo,
      recordActorId(writer),
      tx.now,
      isCompletedTaskStatus(next.status),
    ],
  });
  const [row] = rows;
  if (row === undefined) throw appError('INVARIANT_BROKEN', { invariant: 'a locked task can be updated' });
  return toTask(row);
}
