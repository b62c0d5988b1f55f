import type { InputIssue } from '../kernel/errors.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { AnyEventType } from '../registry/define-event.ts';
import type { Registry } from '../registry/registry.ts';
import { payloadIssues } from './payload-issues.ts';

/**
 * What keeps a payload from fitting the schema that it was sent with: the one the sender names, else the event type's own.
 * A name that nobody registered is an issue too: a payload that cannot be checked is not taken on trust.
 */
export function findPayloadIssues(
  registry: Registry,
  eventType: AnyEventType,
  schemaRef: string,
  payload: JsonObject,
): InputIssue[] {
  const owner = eventType.payloadSchemaRef === schemaRef ? eventType : ownerOf(registry, schemaRef);
  if (owner === undefined) {
    return [{ path: '', code: 'unknown_schema', message: `No payload schema is called ${schemaRef}` }];
  }
  const result = owner.payload.safeParse(payload);
  return result.success ? [] : payloadIssues(result.error);
}

function ownerOf(registry: Registry, schemaRef: string): AnyEventType | undefined {
  return registry.eventTypes().find((eventType) => eventType.payloadSchemaRef === schemaRef);
}
