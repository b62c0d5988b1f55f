import { z } from 'zod';
import { appError } from '../../kernel/errors.ts';
import { defineAction } from '../../registry/define-action.ts';
import { idField, onNotFoundField, taskNameField, taskOutput, toTaskOutput } from './fields.schema.ts';

/**
 * Finds a task by id or by its name without case, in one project where one is given.
 * Errors: NOT_FOUND with `on_not_found: error`.
 */
export default defineAction({
  id: 'projects.find_task',
  version: 1,
  group: 'projects',
  icon: 'search',
  permission: 'project:read',
  effect: 'transactional',
  input: z
    .strictObject({
      task_id: idField.optional(),
      project_id: idField.optional(),
      name: taskNameField.optional(),
      on_not_found: onNotFoundField,
    })
    .refine((input) => input.task_id !== undefined || input.name !== undefined, 'task_id or name is needed'),
  output: z.strictObject({ task: taskOutput.nullable() }),
  errors: ['NOT_FOUND'],
  editor: {
    '/task_id': { kind: 'record', recordType: 'project_task' },
    '/project_id': { kind: 'record', recordType: 'project' },
    '/on_not_found': { kind: 'segmented' },
  },
  examples: [{ input: { name: 'Order the desks' }, output: { task: null } }],
  async run({ task_id: taskId, project_id: projectId, name, on_not_found: onNotFound }, { ports }) {
    const task = await ports.projects.findTask({
      ...(taskId !== undefined && { taskId }),
      ...(projectId !== undefined && { projectId }),
      ...(name !== undefined && { title: name }),
    });
    if (task !== null) return { task: toTaskOutput(task) };
    if (onNotFound === 'error') throw appError('NOT_FOUND', { resource: 'project_task', id: taskId ?? name ?? '' });
    return { task: null };
  },
});
