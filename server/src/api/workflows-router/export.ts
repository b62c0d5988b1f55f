import { exportWorkflow } from '../../bundle/export-bundle.ts';
import { procedure } from '../trpc.ts';
import { bundleFile } from './bundle-file.ts';
import { fileOutput, workflowIdInput } from './workflows.schema.ts';

/** The canonical bytes of a bundle of one workflow. Errors: NOT_FOUND. */
export const exportProcedure = procedure
  .input(workflowIdInput)
  .output(fileOutput)
  .query(async ({ ctx, input }) => bundleFile(await ctx.withTenant((tx) => exportWorkflow(tx, input.workflowId))));
