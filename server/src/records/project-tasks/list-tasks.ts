import { containsPattern } from '../../db/contains-pattern.ts';
import type { Tx } from '../../db/tx.ts';
import { type Page, toPage } from '../../kernel/pagination.ts';
import type { ProjectTask } from '../../registry/ports.ts';
import { recordCursor } from '../list-cursor.ts';
import type { ListTasksInput } from './task.schema.ts';
import { TASK_COLUMNS, type TaskRow, toTask } from './task-row.ts';

/** Newest first. Errors: CURSOR_INVALID. */
export async function listTasks(tx: Tx, input: ListTasksInput): Promise<Page<ProjectTask>> {
  const after = recordCursor(input.cursor);
  const { rows } = await tx.query<TaskRow>({
    text: `
      SELECT ${TASK_COLUMNS} FROM project_tasks
      WHERE tenant = $1
        AND ($2::uuid IS NULL OR project_id = $2)
        AND ($3::text IS NULL OR title ILIKE $3)
        AND ($4::text IS NULL OR status = $4)
        AND ($5::uuid IS NULL OR assigned_to = $5)
        AND ($6::timestamptz IS NULL OR (created_at, task_id) < ($6, $7::uuid))
      ORDER BY created_at DESC, task_id DESC
      LIMIT $8`,
    values: [
      tx.tenant,
      input.projectId ?? null,
      input.search === undefined ? null : containsPattern(input.search),
      input.status ?? null,
      input.assignedTo ?? null,
      after?.createdAt ?? null,
      after?.id ?? null,
      input.limit + 1,
    ],
  });
  return toPage(rows, input.limit, (row) => [row.created_at.toISOString(), row.task_id], toTask);
}
