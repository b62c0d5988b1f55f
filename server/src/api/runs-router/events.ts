import { listRunEvents } from '../../runs/list-run-events.ts';
import { procedure } from '../trpc.ts';
import { eventsOutput, runIdInput } from './runs.schema.ts';
import { viewOf } from './view-of.ts';

/** Events that started or resumed the run or that its steps emitted, oldest first. Errors: NOT_FOUND. */
export const events = procedure
  .input(runIdInput)
  .output(eventsOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listRunEvents(tx, { ...input, view: viewOf(ctx.principal) })));
