import { createWorkflow } from '../../authoring/create-workflow.ts';
import { procedure } from '../trpc.ts';
import { createInput, createOutput } from './workflows.schema.ts';

/** A new workflow with its first draft. Errors: INVALID_WORKFLOW_DEFINITION, WORKFLOW_KEY_TAKEN. */
export const create = procedure
  .input(createInput)
  .output(createOutput)
  .mutation(({ ctx, input }) => ctx.withTenant((tx) => createWorkflow(tx, ctx.writer, ctx.platform.registry, input)));
