import type { JsonObject } from '../kernel/json.ts';
import type { AnyEventType } from './define-event.ts';
import { inputJsonSchema } from './json-schema.ts';

/** All of an event type that the web, the validator and bundles need, as plain JSON. */
export interface EventDescriptor {
  eventType: string;
  category: string;
  status: 'active' | 'beta' | 'deprecated';
  payloadSchemaRef: string;
  payloadSchema: JsonObject;
  /** Payload members that can be the correlation key, best first. */
  correlation: readonly string[];
  example: unknown;
  labelKey: string;
  descriptionKey: string;
  categoryLabelKey: string;
}

export function describeEvent(entry: AnyEventType): EventDescriptor {
  return {
    eventType: entry.eventType,
    category: entry.category,
    status: entry.status,
    payloadSchemaRef: entry.payloadSchemaRef,
    payloadSchema: inputJsonSchema(entry.payload),
    correlation: entry.correlation,
    example: entry.example,
    labelKey: `events.types.${entry.eventType}.label`,
    descriptionKey: `events.types.${entry.eventType}.description`,
    categoryLabelKey: `events.categories.${entry.category}`,
  };
}
