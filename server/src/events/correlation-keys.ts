import type { JsonObject } from '../kernel/json.ts';
import type { AnyEventType } from '../registry/define-event.ts';

export const MAX_CORRELATION_KEY_LENGTH = 256;

/**
 * The keys under which a wait may be met, best first: the sender's own, else every value that the event type's correlation fields
 * have in this payload. The first one is kept on the event.
 */
export function correlationKeysOf(eventType: AnyEventType, payload: JsonObject, explicit: string | null): string[] {
  if (explicit !== null) return [explicit];
  const keys = eventType.correlation
    .map((field) => payload[field])
    .filter(isKey)
    .map(String);
  return [...new Set(keys)];
}

function isKey(value: unknown): value is string | number {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && value !== '' && value.length <= MAX_CORRELATION_KEY_LENGTH;
}
