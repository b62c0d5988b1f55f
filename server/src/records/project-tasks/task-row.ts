import type { ProjectTask } from '../../registry/ports.ts';

export const TASK_COLUMNS =
  'task_id, project_id, title, description, due_date, status, assigned_to, created_at, updated_at';

export interface TaskRow {
  task_id: string;
  project_id: string;
  title: string;
  description: string | null;
  due_date: string | null;
  status: string;
  assigned_to: string | null;
  created_at: Date;
  updated_at: Date;
}

export function toTask(row: TaskRow): ProjectTask {
  return {
    taskId: row.task_id,
    projectId: row.project_id,
    title: row.title,
    description: row.description,
    dueDate: row.due_date,
    status: row.status,
    assignedTo: row.assigned_to,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
