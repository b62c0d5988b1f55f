import { listRunTimeline } from '../../runs/list-run-timeline.ts';
import { procedure } from '../trpc.ts';
import { ofRunInput, timelineOutput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Steps, calls, waits and log lines in one order. Errors: NOT_FOUND, CURSOR_INVALID. */
export const timeline = procedure
  .input(ofRunInput)
  .output(timelineOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listRunTimeline(tx, { ...input, view: viewOf(ctx.principal) })));
