import { describeEvent } from '../../registry/describe-event.ts';
import { procedure } from '../trpc.ts';
import { eventsOutput } from './registry.schema.ts';

/** Every event type, with the schema of its payload. */
export const events = procedure
  .output(eventsOutput)
  .query(({ ctx }) => ({ items: ctx.platform.registry.eventTypes().map(describeEvent), nextCursor: null }));
