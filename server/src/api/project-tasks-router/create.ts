import { createTask } from '../../records/project-tasks/create-task.ts';
import { createTaskInput, taskOutput } from '../../records/project-tasks/task.schema.ts';
import { procedure } from '../trpc.ts';
import { toTaskOutput } from './to-task-output.ts';

/** Errors: NOT_FOUND for the project, RECORD_ALREADY_EXISTS. */
export const create = procedure
  .input(createTaskInput)
  .output(taskOutput)
  .mutation(async ({ ctx, input }) => toTaskOutput(await ctx.withTenant((tx) => createTask(tx, ctx.writer, input))));
