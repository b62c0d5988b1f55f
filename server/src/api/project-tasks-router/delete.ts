import { deleteTask } from '../../records/project-tasks/delete-task.ts';
import { taskIdInput } from '../../records/project-tasks/task.schema.ts';
import { deletedOutput } from '../../records/record-fields.schema.ts';
import { procedure } from '../trpc.ts';

/** Errors: NOT_FOUND. */
export const deleteOne = procedure
  .input(taskIdInput)
  .output(deletedOutput)
  .mutation(async ({ ctx, input }) => {
    await ctx.withTenant((tx) => deleteTask(tx, ctx.writer, input.id));
    return { id: input.id, deleted: true };
  });
