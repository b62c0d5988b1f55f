import { getRunDefinition } from '../../runs/get-run-definition.ts';
import { procedure } from '../trpc.ts';
import { definitionOutput, runIdInput } from './runs.schema.ts';

/** The definition that the run began with, whatever an import made of its version since. Errors: NOT_FOUND. */
export const definition = procedure
  .input(runIdInput)
  .output(definitionOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => getRunDefinition(tx, input.runId)));
