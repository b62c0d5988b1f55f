import { projectOutput, updateProjectInput } from '../../records/projects/project.schema.ts';
import { updateProject } from '../../records/projects/update-project.ts';
import { procedure } from '../trpc.ts';
import { toProjectOutput } from './to-project-output.ts';

/** Changes the members that are given. Errors: NOT_FOUND, RECORD_STALE. */
export const update = procedure
  .input(updateProjectInput)
  .output(projectOutput)
  .mutation(async ({ ctx, input }) => {
    const { project } = await ctx.withTenant((tx) => updateProject(tx, ctx.writer, input));
    return toProjectOutput(project);
  });
