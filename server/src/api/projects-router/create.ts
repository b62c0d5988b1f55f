import { createProject } from '../../records/projects/create-project.ts';
import { createProjectInput, projectOutput } from '../../records/projects/project.schema.ts';
import { procedure } from '../trpc.ts';
import { toProjectOutput } from './to-project-output.ts';

/** Errors: RECORD_ALREADY_EXISTS. */
export const create = procedure
  .input(createProjectInput)
  .output(projectOutput)
  .mutation(async ({ ctx, input }) => {
    return toProjectOutput(await ctx.withTenant((tx) => createProject(tx, ctx.writer, input)));
  });
