import { getProject } from '../../records/projects/find-project.ts';
import { projectIdInput, projectOutput } from '../../records/projects/project.schema.ts';
import { procedure } from '../trpc.ts';
import { toProjectOutput } from './to-project-output.ts';

/** Errors: NOT_FOUND. */
export const get = procedure
  .input(projectIdInput)
  .output(projectOutput)
  .query(async ({ ctx, input }) => toProjectOutput(await ctx.withTenant((tx) => getProject(tx, input.id))));
