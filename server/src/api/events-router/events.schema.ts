import { z } from 'zod';
import {
  correlationKeyField,
  eventIdField,
  eventNameField,
  MAX_EVENTS_PER_LIST,
  sendEventInput,
} from '../../events/event-fields.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';

const instant = z.iso.datetime({ offset: true });
const outcome = z.enum(['started', 'resumed', 'skipped']);
const status = z.enum(['pending', 'dispatched', 'rejected']);

export const sendEventOutput = z.object({
  status: z.enum(['resumed', 'no_wait', 'duplicate']),
  eventId: z.string(),
  runId: z.string().nullable(),
  startedRuns: z.array(z.string()),
  dispatches: z.array(
    z.object({ workflowKey: z.string(), outcome, reason: z.string().optional(), runId: z.string().optional() }),
  ),
});

export const sendEventsInput = z.strictObject({ events: z.array(sendEventInput).min(1).max(MAX_EVENTS_PER_LIST) });
export const sendEventsOutput = z.object({ status: z.literal('accepted'), eventIds: z.array(z.string()) });

export const listEventsInput = z.strictObject({
  eventName: eventNameField.optional(),
  status: status.optional(),
  correlationKey: correlationKeyField.optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: limitField,
  cursor: cursorField,
});

const eventItem = z.object({
  eventId: z.string(),
  eventName: z.string(),
  correlationKey: z.string().nullable(),
  payloadSchemaRef: z.string().nullable(),
  schemaRefConflict: z.object({ submission: z.string(), catalog: z.string() }).nullable(),
  status,
  error: z.record(z.string(), z.json()).nullable(),
  source: z.string(),
  emittedByRunId: z.string().nullable(),
  causationDepth: z.number().int(),
  createdAt: z.string(),
  processedAt: z.string().nullable(),
  started: z.number().int(),
  resumed: z.number().int(),
  skipped: z.number().int(),
});

export const listEventsOutput = z.object({ items: z.array(eventItem), nextCursor: z.string().nullable() });

export const getEventInput = z.strictObject({ eventId: eventIdField });
export const getEventOutput = eventItem.extend({
  payload: z.record(z.string(), z.json()),
  causationChain: z.array(z.string()),
  dispatches: z.array(
    z.object({
      workflowId: z.string(),
      workflowKey: z.string(),
      workflowVersion: z.number().int().nullable(),
      outcome,
      reason: z.string().nullable(),
      details: z.record(z.string(), z.json()).nullable(),
      runId: z.string().nullable(),
      waitId: z.string().nullable(),
    }),
  ),
});

export const summarizeEventsInput = z.strictObject({ eventName: eventNameField.optional(), from: instant.optional() });
export const summarizeEventsOutput = z.object({
  from: z.string(),
  total: z.number().int(),
  pending: z.number().int(),
  dispatched: z.number().int(),
  rejected: z.number().int(),
  started: z.number().int(),
  resumed: z.number().int(),
  skipped: z.number().int(),
  oldestPendingAt: z.string().nullable(),
});
