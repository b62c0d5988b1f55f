import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type { Registry } from '../registry/registry.ts';
import type { ValidationIssue } from './validate-definition.ts';

/** In mode `inferred` the payload contract is what the triggering event brings: the trigger's own source schema, else the event's. */
export function inferPayloadSchemaRef(
  registry: Registry,
  definition: JsonObject,
): { ref: string } | { issue: ValidationIssue } {
  const { trigger } = definition;
  if (!isJsonObject(trigger) || trigger.type !== 'event') {
    return {
      issue: {
        severity: 'error',
        stepPath: 'trigger',
        code: 'PAYLOAD_SCHEMA_INFERENCE_UNSUPPORTED_TRIGGER',
        message: 'A payload schema can only be inferred from an event trigger.',
      },
    };
  }
  if (typeof trigger.sourcePayloadSchemaRef === 'string') return { ref: trigger.sourcePayloadSchemaRef };
  const ref = registry.eventType(String(trigger.eventName))?.payloadSchemaRef;
  if (ref !== undefined) return { ref };
  return {
    issue: {
      severity: 'error',
      stepPath: 'trigger',
      code: 'UNKNOWN_TRIGGER_EVENT',
      message: `The event ${String(trigger.eventName)} is not in the catalog.`,
    },
  };
}
