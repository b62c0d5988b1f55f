import { listProjects } from '../../records/projects/list-projects.ts';
import { listProjectsInput, projectPageOutput } from '../../records/projects/project.schema.ts';
import { procedure } from '../trpc.ts';
import { toProjectOutput } from './to-project-output.ts';

/** Newest first. */
export const list = procedure
  .input(listProjectsInput)
  .output(projectPageOutput)
  .query(async ({ ctx, input }) => {
    const { items, nextCursor } = await ctx.withTenant((tx) => listProjects(tx, input));
    return { items: items.map(toProjectOutput), nextCursor };
  });
