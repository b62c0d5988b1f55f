import { listEvents } from '../../events/list-events.ts';
import { viewOf } from '../runs-router/view-of.ts';
import { procedure } from '../trpc.ts';
import { listEventsInput, listEventsOutput } from './events.schema.ts';

/** Events of the tenant, newest first, with counts of what came of each. */
export const list = procedure
  .input(listEventsInput)
  .output(listEventsOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => listEvents(tx, { ...input, view: viewOf(ctx.principal) })));
