import { summarizeEvents } from '../../events/summarize-events.ts';
import { procedure } from '../trpc.ts';
import { summarizeEventsInput, summarizeEventsOutput } from './events.schema.ts';

/** Counts of events and of what came of them; the last 30 days when nothing is said. */
export const summary = procedure
  .input(summarizeEventsInput)
  .output(summarizeEventsOutput)
  .query(({ ctx, input }) => ctx.withTenant((tx) => summarizeEvents(tx, input)));
