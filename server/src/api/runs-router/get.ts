import { getRun } from '../../runs/get-run.ts';
import { procedure } from '../trpc.ts';
import { getOutput, runIdInput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** One run, with what it waits for. Errors: NOT_FOUND. */
export const get = procedure
  .input(runIdInput)
  .output(getOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => getRun(tx, { ...input, view: viewOf(ctx.principal) })));
