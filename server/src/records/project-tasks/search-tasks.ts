import { containsPattern } from '../../db/contains-pattern.ts';
import type { Tx } from '../../db/tx.ts';
import type { ProjectTask } from '../../registry/ports.ts';
import { TASK_COLUMNS, type TaskRow, toTask } from './task-row.ts';

export interface SearchTasksInput {
  /** Found anywhere in title or description, without case. */
  query?: string;
  projectId?: string;
  status?: string;
  assignedTo?: string;
  limit: number;
  offset: number;
}

/** A numbered page, newest first, and how many there are in all: what the action of workflows promises. People page by cursor. */
export async function searchTasks(tx: Tx, input: SearchTasksInput): Promise<{ items: ProjectTask[]; total: number }> {
  const filter = `
    tenant = $1
    AND ($2::text IS NULL OR title ILIKE $2 OR description ILIKE $2)
    AND ($3::uuid IS NULL OR project_id = $3)
    AND ($4::text IS NULL OR status = $4)
    AND ($5::uuid IS NULL OR assigned_to = $5)`;
  const values = [
    tx.tenant,
    input.query === undefined ? null : containsPattern(input.query),
    input.projectId ?? null,
    input.status ?? null,
    input.assignedTo ?? null,
  ];
  const count = await tx.query<{ total: number }>({
    text: `SELECT count(*)::integer AS total FROM project_tasks WHERE ${filter}`,
    values,
  });
  const { rows } = await tx.query<TaskRow>({
    text: `
      SELECT ${TASK_COLUMNS} FROM project_tasks WHERE ${filter}
      ORDER BY created_at DESC, task_id DESC LIMIT $6 OFFSET $7`,
    values: [...values, input.limit, input.offset],
  });
  return { items: rows.map(toTask), total: count.rows[0]?.total ?? 0 };
}
