import { z } from 'zod';
import { storableText, visibleText } from '../../kernel/storable.ts';
import type { Project, ProjectTask } from '../../registry/ports.ts';

export const idField = z.guid().toLowerCase();
export const taskNameField = visibleText(512);
export const descriptionField = storableText(0, 65_536);
/** A date or a date-time, kept as it is given. */
export const dueDateField = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);
export const statusField = storableText(1, 64);
export const onNotFoundField = z.enum(['return_null', 'error']).default('return_null');

export const projectOutput = z.strictObject({
  project_id: z.guid(),
  project_name: z.string(),
  description: z.string().nullable(),
  client_id: z.guid().nullable(),
  status: z.string().nullable(),
  assigned_to: z.guid().nullable(),
  wbs_code: z.string().nullable(),
  updated_at: z.string(),
});

export const taskOutput = z.strictObject({
  task_id: z.guid(),
  project_id: z.guid(),
  phase_id: z.guid().nullable(),
  task_name: z.string(),
  description: z.string().nullable(),
  due_date: z.string().nullable(),
  status: z.string(),
  assigned_to: z.guid().nullable(),
  status_id: z.guid().nullable(),
  project_status_mapping_id: z.guid().nullable(),
  wbs_code: z.string().nullable(),
  order_key: z.string().nullable(),
  updated_at: z.string(),
});

export function toProjectOutput(project: Project): z.input<typeof projectOutput> {
  return {
    project_id: project.projectId,
    project_name: project.name,
    description: project.description,
    client_id: project.clientId,
    status: project.status,
    assigned_to: project.assignedTo,
    wbs_code: null,
    updated_at: project.updatedAt,
  };
}

/** Phases, status ids and order are not part of our projects; their members are there and null. */
export function toTaskOutput(task: ProjectTask): z.input<typeof taskOutput> {
  return {
    task_id: task.taskId,
    project_id: task.projectId,
    phase_id: null,
    task_name: task.title,
    description: task.description,
    due_date: task.dueDate,
    status: task.status,
    assigned_to: task.assignedTo,
    status_id: null,
    project_status_mapping_id: null,
    wbs_code: null,
    order_key: null,
    updated_at: task.updatedAt,
  };
}
