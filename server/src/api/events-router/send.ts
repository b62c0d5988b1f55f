import { sendEventInput } from '../../events/event-fields.schema.ts';
import { eventServices } from '../../events/event-services.ts';
import { sendEvent } from '../../events/send-event.ts';
import { procedure } from '../trpc.ts';
import { sendEventOutput } from './events.schema.ts';

/**
 * Takes in one event: durable when it answers, its runs created, none of them executed yet.
 * Errors: EVENT_UNKNOWN, EVENT_PAYLOAD_INVALID, EVENT_ID_REUSED, PAYLOAD_TOO_LARGE.
 */
export const send = procedure
  .input(sendEventInput)
  .output(sendEventOutput)
  .mutation(({ ctx, input }) => sendEvent(ctx.withTenant, ctx.writer, eventServices(ctx.platform), input));
