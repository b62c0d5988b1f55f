import { listRuns } from '../../runs/list-runs.ts';
import { procedure } from '../trpc.ts';
import { listInput, listOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Runs, newest first. Errors: CURSOR_INVALID. */
export const list = procedure
  .input(listInput)
  .output(listOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listRuns(tx, { ...input, view: viewOf(ctx.principal) })));
