import type { AnyAction } from './define-action.ts';
import type { AnyEventType } from './define-event.ts';

/** Every entry of one catalogue, by id. A value that is passed in, so tests add entries of their own. */
export interface Registry {
  /** Exact version; undefined when it is not registered. */
  action(id: string, version: number): AnyAction | undefined;
  actions(): readonly AnyAction[];
  eventType(eventType: string): AnyEventType | undefined;
  eventTypes(): readonly AnyEventType[];
  /** By `payload.<Name>.v<n>`: the JSON Schema of an event's payload. */
  payloadSchema(ref: string): Record<string, unknown> | undefined;
  payloadSchemaRefs(): readonly string[];
}
