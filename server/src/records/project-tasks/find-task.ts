import type { Tx } from '../../db/tx.ts';
import { appError } from '../../kernel/errors.ts';
import type { ProjectTask } from '../../registry/ports.ts';
import { TASK_COLUMNS, type TaskRow, toTask } from './task-row.ts';

/** By id, or by title without case (the oldest of several), inside a project when one is given. Null = there is none. */
export async function findTask(
  tx: Tx,
  input: { taskId?: string; projectId?: string; title?: string },
): Promise<ProjectTask | null> {
  if (input.taskId === undefined && input.title === undefined) return null;
  const { rows } = await tx.query<TaskRow>({
    text: `
      SELECT ${TASK_COLUMNS} FROM project_tasks
      WHERE tenant = $1
        AND ($2::uuid IS NULL OR task_id = $2)
        AND ($3::uuid IS NULL OR project_id = $3)
        AND ($4::text IS NULL OR title_key = lower($4))
      ORDER BY created_at, task_id
      LIMIT 1`,
    values: [tx.tenant, input.taskId ?? null, input.projectId ?? null, input.title ?? null],
  });
  const [row] = rows;
  return row === undefined ? null : toTask(row);
}

/** Errors: NOT_FOUND. */
export async function getTask(tx: Tx, taskId: string): Promise<ProjectTask> {
  const task = await findTask(tx, { taskId });
  if (task === null) throw appError('NOT_FOUND', { resource: 'project_task', id: taskId });
  return task;
}
