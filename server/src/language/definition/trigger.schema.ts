import { z } from 'zod';
import { mappingSchema } from './values.schema.ts';

export const eventTriggerSchema = z.strictObject({
  type: z.literal('event'),
  eventName: z.string().min(1),
  /** Overrides the schema that the catalogue or the sender names. */
  sourcePayloadSchemaRef: z.string().min(1).optional(),
  /** Target member (dotted for nested ones) → mapping value that sees `event` only. */
  payloadMapping: mappingSchema.optional(),
});

export const scheduleTriggerSchema = z.strictObject({ type: z.literal('schedule'), runAt: z.string().min(1) });

export const recurringTriggerSchema = z.strictObject({
  type: z.literal('recurring'),
  cron: z.string().min(1).max(128),
  timezone: z.string().min(1),
});

export const triggerSchema = z.discriminatedUnion('type', [
  eventTriggerSchema,
  scheduleTriggerSchema,
  recurringTriggerSchema,
]);
export type Trigger = z.infer<typeof triggerSchema>;
export type EventTrigger = z.infer<typeof eventTriggerSchema>;
