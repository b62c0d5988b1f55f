import { z } from 'zod';
import { defineAction } from '../../registry/define-action.ts';
import {
  descriptionField,
  dueDateField,
  idField,
  statusField,
  taskNameField,
  taskOutput,
  toTaskOutput,
} from './fields.schema.ts';

/** What the record calls title is called task_name in a patch and in what changed. */
const outsideNames: Record<string, string> = {
  title: 'task_name',
  dueDate: 'due_date',
  assignedTo: 'assigned_to',
};

/**
 * Changes the given members of a task; its events go out with the step. A patch that changes nothing is no error: `no_op` says so and
 * nobody is told anything.
 * Errors: NOT_FOUND when there is no such task, or not in that project.
 */
export default defineAction({
  id: 'projects.update_task',
  version: 1,
  group: 'projects',
  icon: 'edit',
  permission: 'project:write',
  effect: 'transactional',
  input: z.strictObject({
    project_id: idField.optional(),
    task_id: idField,
    patch: z.strictObject({
      task_name: taskNameField.optional(),
      description: descriptionField.nullable().optional(),
      due_date: dueDateField.nullable().optional(),
      status: statusField.optional(),
      assigned_to: idField.nullable().optional(),
    }),
  }),
  output: z.strictObject({
    task: taskOutput,
    changed_fields: z.array(z.string()),
    no_op: z.boolean(),
    updated_at: z.string(),
  }),
  errors: ['NOT_FOUND'],
  editor: {
    '/project_id': { kind: 'record', recordType: 'project' },
    '/task_id': { kind: 'record', recordType: 'project_task' },
    '/patch/description': { kind: 'multiline' },
  },
  examples: [
    {
      input: { task_id: '018f2f5e-0000-7000-8000-0000000000c1', patch: { task_name: 'Order the desks and chairs' } },
      output: {
        task: {
          task_id: '018f2f5e-0000-7000-8000-0000000000c1',
          project_id: '018f2f5e-0000-7000-8000-0000000000b1',
          phase_id: null,
          task_name: 'Order the desks and chairs',
          description: null,
          due_date: null,
          status: 'open',
          assigned_to: null,
          status_id: null,
          project_status_mapping_id: null,
          wbs_code: null,
          order_key: null,
          updated_at: '2026-03-02T09:30:00.000Z',
        },
        changed_fields: ['task_name'],
        no_op: false,
        updated_at: '2026-03-02T09:30:00.000Z',
      },
    },
  ],
  async run(input, { ports }) {
    const { task_name: title, description, due_date: dueDate, status, assigned_to: assignedTo } = input.patch;
    const { task, changedFields } = await ports.projects.updateTask({
      taskId: input.task_id,
      ...(input.project_id !== undefined && { projectId: input.project_id }),
      patch: {
        ...(title !== undefined && { title }),
        ...(description !== undefined && { description }),
        ...(dueDate !== undefined && { dueDate }),
        ...(status !== undefined && { status }),
        ...(assignedTo !== undefined && { assignedTo }),
      },
    });
    return {
      task: toTaskOutput(task),
      changed_fields: changedFields.map((name) => outsideNames[name] ?? name),
      no_op: changedFields.length === 0,
      updated_at: task.updatedAt,
    };
  },
});
