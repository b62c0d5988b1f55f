import { deleteProject } from '../../records/projects/delete-project.ts';
import { projectIdInput } from '../../records/projects/project.schema.ts';
import { deletedOutput } from '../../records/record-fields.schema.ts';
import { procedure } from '../trpc.ts';

/** Errors: NOT_FOUND, RECORD_IN_USE while it has tasks. */
export const deleteOne = procedure
  .input(projectIdInput)
  .output(deletedOutput)
  .mutation(async ({ ctx, input }) => {
    await ctx.withTenant((tx) => deleteProject(tx, ctx.writer, input.id));
    return { id: input.id, deleted: true };
  });
