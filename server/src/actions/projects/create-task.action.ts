import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';
import { descriptionField, dueDateField, idField, statusField, taskNameField } from './fields.schema.ts';

/**
 * Adds a task to a project; the task's events go out with the step. Teams, phases and ids of statuses and priorities are not part of
 * our projects: their inputs are refused by name.
 * Errors: NOT_FOUND when there is no such project.
 */
export default defineAction({
  id: 'projects.create_task',
  version: 1,
  group: 'projects',
  icon: 'subtask',
  permission: 'project:write',
  effect: 'transactional',
  input: z.strictObject({
    project_id: idField,
    title: taskNameField,
    description: descriptionField.nullish(),
    due_date: dueDateField.nullish(),
    status: statusField.optional(),
    assignee: z.strictObject({ type: z.literal('user'), id: idField }).optional(),
  }),
  output: z.strictObject({
    task_id: z.guid(),
    url: z.string(),
    status_id: z.guid().nullable(),
    priority_id: z.guid().nullable(),
    created_at: z.string(),
  }),
  errors: ['NOT_FOUND'],
  editor: { '/project_id': { kind: 'record', recordType: 'project' }, '/description': { kind: 'multiline' } },
  examples: [
    {
      input: {
        project_id: '018f2f5e-0000-7000-8000-0000000000b1',
        title: 'Order the desks',
        description: 'Twelve, height-adjustable',
        due_date: '2026-03-20',
      },
      output: {
        task_id: '018f2f5e-0000-7000-8000-0000000000c1',
        url: '/projects/018f2f5e-0000-7000-8000-0000000000b1?task=018f2f5e-0000-7000-8000-0000000000c1',
        status_id: null,
        priority_id: null,
        created_at: '2026-03-02T09:30:00.000Z',
      },
    },
  ],
  async run(input, { ports }) {
    const { project_id: projectId, title, description, due_date: dueDate, status, assignee } = input;
    const task = await ports.projects.createTask({
      projectId,
      title,
      ...(typeof description === 'string' && { description }),
      ...(typeof dueDate === 'string' && { dueDate }),
      ...(status !== undefined && { status }),
      ...(assignee !== undefined && { assignedTo: assignee.id }),
    });
    return {
      task_id: task.taskId,
      url: `/projects/${task.projectId}?task=${task.taskId}`,
      status_id: null,
      priority_id: null,
      created_at: task.createdAt,
    };
  },
});
