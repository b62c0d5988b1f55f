import { getWorkflow } from '../../authoring/get-workflow.ts';
import { procedure } from '../trpc.ts';
import { getInput, getOutput } from './workflows.schema.ts';

/** A workflow with its draft or one of its versions. Errors: NOT_FOUND. */
export const get = procedure
  .input(getInput)
  .output(getOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => getWorkflow(tx, input)));
