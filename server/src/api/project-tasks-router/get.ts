import { getTask } from '../../records/project-tasks/find-task.ts';
import { taskIdInput, taskOutput } from '../../records/project-tasks/task.schema.ts';
import { procedure } from '../trpc.ts';
import { toTaskOutput } from './to-task-output.ts';

/** Errors: NOT_FOUND. */
export const get = procedure
  .input(taskIdInput)
  .output(taskOutput)
  .query(async ({ ctx, input }) => toTaskOutput(await ctx.withTenant((tx) => getTask(tx, input.id))));
