import { z } from 'zod';
import { storableText } from '../../kernel/storable.ts';
import { defineAction } from '../../registry/define-action.ts';
import { idField, statusField, taskOutput, toTaskOutput } from './fields.schema.ts';

/** Tasks whose name or description holds the text, newest first, a page at a time. */
export default defineAction({
  id: 'projects.search_tasks',
  version: 1,
  group: 'projects',
  icon: 'list-search',
  permission: 'project:read',
  effect: 'transactional',
  input: z.strictObject({
    query: storableText(0, 256).optional(),
    filters: z
      .strictObject({
        project_id: idField.optional(),
        status: statusField.optional(),
        assigned_to: idField.optional(),
      })
      .default({}),
    page: z.number().int().min(1).max(10_000).default(1),
    page_size: z.number().int().min(1).max(100).default(25),
  }),
  output: z.strictObject({
    tasks: z.array(taskOutput),
    first_task: taskOutput.nullable(),
    page: z.number().int(),
    page_size: z.number().int(),
    total: z.number().int(),
  }),
  errors: [],
  editor: { '/filters/project_id': { kind: 'record', recordType: 'project' } },
  examples: [{ input: { query: 'desks' }, output: { tasks: [], first_task: null, page: 1, page_size: 25, total: 0 } }],
  async run({ query, filters, page, page_size: pageSize }, { ports }) {
    const { items, total } = await ports.projects.searchTasks({
      ...(query !== undefined && query !== '' && { query }),
      ...(filters.project_id !== undefined && { projectId: filters.project_id }),
      ...(filters.status !== undefined && { status: filters.status }),
      ...(filters.assigned_to !== undefined && { assignedTo: filters.assigned_to }),
      limit: pageSize,
      offset: (page - 1) * pageSize,
    });
    const tasks = items.map(toTaskOutput);
    return { tasks, first_task: tasks[0] ?? null, page, page_size: pageSize, total };
  },
});
