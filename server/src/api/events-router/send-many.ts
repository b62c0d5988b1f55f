import { eventServices } from '../../events/event-services.ts';
import { sendEvents } from '../../events/send-event.ts';
import { procedure } from '../trpc.ts';
import { sendEventsInput, sendEventsOutput } from './events.schema.ts';

/**
 * Takes in up to 1,000 events, all or none; they are dispatched in the background, in their order.
 * Errors: EVENT_UNKNOWN, EVENT_PAYLOAD_INVALID, EVENT_ID_REUSED, PAYLOAD_TOO_LARGE.
 */
export const sendMany = procedure
  .input(sendEventsInput)
  .output(sendEventsOutput)
  .mutation(async ({ ctx, input }) => {
    const { eventIds } = await sendEvents(ctx.withTenant, ctx.writer, eventServices(ctx.platform), input.events);
    return { status: 'accepted', eventIds };
  });
