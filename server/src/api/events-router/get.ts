import { getEvent } from '../../events/get-event.ts';
import { viewOf } from '../runs-router/view-of.ts';
import { procedure } from '../trpc.ts';
import { getEventInput, getEventOutput } from './events.schema.ts';

/** One event with its payload, where it came from and every dispatch. Errors: NOT_FOUND. */
export const get = procedure
  .input(getEventInput)
  .output(getEventOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => getEvent(tx, { ...input, view: viewOf(ctx.principal) })));
