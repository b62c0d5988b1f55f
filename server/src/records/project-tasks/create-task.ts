import type { Tx } from '../../db/tx.ts';
import taskCreated from '../../event-types/projects/project-task-created.event.ts';
import { emitEvent } from '../../events/emit-event.ts';
import type { Writer } from '../../kernel/actor.ts';
import { appError } from '../../kernel/errors.ts';
import type { ProjectTask } from '../../registry/ports.ts';
import { auditRecord } from '../audit-record.ts';
import { recordActorId, staffUserId } from '../record-actor.ts';
import { DEFAULT_STATUS, isCompletedTaskStatus } from '../statuses.ts';
import type { CreateTaskInput } from './task.schema.ts';
import { TASK_COLUMNS, type TaskRow, toTask } from './task-row.ts';
import { tellAssigned, tellCompleted } from './tell-task.ts';

/**
 * Adds a task to a project and tells PROJECT_TASK_CREATED; also PROJECT_TASK_ASSIGNED and PROJECT_TASK_COMPLETED where it begins so.
 * Errors: NOT_FOUND for the project, RECORD_ALREADY_EXISTS for a given id that is taken.
 */
export async function createTask(tx: Tx, writer: Writer, input: CreateTaskInput): Promise<ProjectTask> {
  const id = input.id ?? tx.newId();
  const task = await insertTask(tx, writer, id, input);
  await emitEvent(tx, writer, {
    eventType: taskCreated,
    payload: {
      taskId: id,
      projectId: task.projectId,
      createdByUserId: staffUserId(writer),
      createdAt: task.createdAt,
      title: task.title,
      description: task.description ?? undefined,
      dueDate: task.dueDate ?? undefined,
      status: task.status,
    },
  });
  if (task.assignedTo !== null) await tellAssigned(tx, writer, task, task.assignedTo);
  if (isCompletedTaskStatus(task.status)) await tellCompleted(tx, writer, task);
  await auditRecord(tx, writer, {
    type: 'project_task',
    id,
    operation: 'create',
    name: task.title,
    projectId: task.projectId,
  });
  tx.signal('records', id);
  return task;
}

/** One statement: the project's key is locked against deletion and the id is taken or not, whoever else tries at the same time. */
async function insertTask(tx: Tx, writer: Writer, id: string, input: CreateTaskInput): Promise<ProjectTask> {
  const status = input.status ?? DEFAULT_STATUS;
  const { rows } = await tx.query<TaskRow>({
    name: 'insert_project_task',
    text: `
      WITH project AS (
        SELECT project_id FROM projects WHERE tenant = $1 AND project_id = $3 FOR KEY SHARE
      )
      INSERT INTO project_tasks (
        tenant, task_id, project_id, title, description, due_date, status, assigned_to, completed_at, created_by, updated_by,
        created_at, updated_at)
      SELECT $1, $2, project.project_id, $4, $5, $6, $7, $8, $9, $10, $10, $11, $11 FROM project
      ON CONFLICT (tenant, task_id) DO NOTHING
      RETURNING ${TASK_COLUMNS}`,
    values: [
      tx.tenant,
      id,
      input.projectId,
      input.title,
      input.description ?? null,
      input.dueDate ?? null,
      status,
      input.assignedTo ?? null,
      isCompletedTaskStatus(status) ? tx.now : null,
      recordActorId(writer),
      tx.now,
    ],
  });
  const [row] = rows;
  if (row !== undefined) return toTask(row);
  const project = await tx.query({
    text: 'SELECT FROM projects WHERE tenant = $1 AND project_id = $2',
    values: [tx.tenant, input.projectId],
  });
  if (project.rowCount === 0) throw appError('NOT_FOUND', { resource: 'project', id: input.projectId });
  throw appError('RECORD_ALREADY_EXISTS', { resource: 'project_task', id });
}
