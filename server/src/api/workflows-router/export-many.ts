import { exportWorkflows } from '../../bundle/export-bundle.ts';
import { procedure } from '../trpc.ts';
import { bundleFile } from './bundle-file.ts';
import { exportManyInput, fileOutput } from './workflows.schema.ts';

/** The canonical bytes of a bundle of several workflows, by key. Errors: NOT_FOUND, which names every key that there is not. */
export const exportMany = procedure
  .input(exportManyInput)
  .output(fileOutput)
  .query(async ({ ctx, input }) => bundleFile(await ctx.withTenant((tx) => exportWorkflows(tx, input.keys))));
