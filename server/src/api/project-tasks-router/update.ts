import { taskOutput, updateTaskInput } from '../../records/project-tasks/task.schema.ts';
import { updateTask } from '../../records/project-tasks/update-task.ts';
import { procedure } from '../trpc.ts';
import { toTaskOutput } from './to-task-output.ts';

/** Changes the members that are given. Errors: NOT_FOUND, RECORD_STALE. */
export const update = procedure
  .input(updateTaskInput)
  .output(taskOutput)
  .mutation(async ({ ctx, input }) => {
    const { id: taskId, expectedUpdatedAt, ...patch } = input;
    const { task } = await ctx.withTenant((tx) =>
      updateTask(tx, ctx.writer, { taskId, patch, ...(expectedUpdatedAt !== undefined && { expectedUpdatedAt }) }),
    );
    return toTaskOutput(task);
  });
