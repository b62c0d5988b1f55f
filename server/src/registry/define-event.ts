import type { z } from 'zod';

/** Declares an event type: one file under `event-types/`, found by the generated catalogue. */
export interface EventTypeDefinition<Payload extends z.ZodObject = z.ZodObject> {
  /** SCREAMING_SNAKE_CASE. */
  eventType: string;
  category: string;
  /** `payload.<PascalCase>.v<n>`; a change of the payload is a new version in a new file. */
  payloadSchemaRef: string;
  status: 'active' | 'beta' | 'deprecated';
  payload: Payload;
  /** Payload fields that name the thing it is about, best first; the first present one is the correlation key. */
  correlation: readonly string[];
  example: z.input<Payload>;
}

// biome-ignore lint/suspicious/noExplicitAny: the registry holds event types of every shape
export type AnyEventType = EventTypeDefinition<any>;

export function defineEvent<Payload extends z.ZodObject>(
  event: EventTypeDefinition<Payload>,
): EventTypeDefinition<Payload> {
  return event;
}
