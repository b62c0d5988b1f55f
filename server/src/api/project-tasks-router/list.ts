import { listTasks } from '../../records/project-tasks/list-tasks.ts';
import { listTasksInput, taskPageOutput } from '../../records/project-tasks/task.schema.ts';
import { procedure } from '../trpc.ts';
import { toTaskOutput } from './to-task-output.ts';

/** Newest first. */
export const list = procedure
  .input(listTasksInput)
  .output(taskPageOutput)
  .query(async ({ ctx, input }) => {
    const { items, nextCursor } = await ctx.withTenant((tx) => listTasks(tx, input));
    return { items: items.map(toTaskOutput), nextCursor };
  });
