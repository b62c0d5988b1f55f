import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * In mode `inferred` the payload contract is what the triggering event brings: the trigger's own source schema, else the event's.
 * Null where there is no such event; validation says so.
 */
export function inferPayloadSchemaRef(registry: Registry, definition: JsonObject): string | null {
  const { trigger } = definition;
  if (!isJsonObject(trigger) || trigger.type !== 'event') return null;
  if (typeof trigger.sourcePayloadSchemaRef === 'string') return trigger.sourcePayloadSchemaRef;
  return registry.eventType(String(trigger.eventName))?.payloadSchemaRef ?? null;
}
