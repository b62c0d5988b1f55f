import { isAppError } from '../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { evaluateExpression, type Roots } from '../language/expressions/evaluate.ts';
import { evaluateMapping } from '../language/mapping/evaluate-mapping.ts';
import type { Subscriber } from './find-subscribers.ts';
import type { StoredEvent } from './stored-event.ts';

/** What a workflow gets of an event. */
export interface MappedPayload {
  payload: JsonObject;
  /** The schema that the event came with, for this workflow; null = not known. */
  sourceSchemaRef: string | null;
  isMapped: boolean;
}

/** Why a workflow gets nothing of it. */
export interface MappingSkip {
  skip: 'mapping_required' | 'mapping_failed';
  details: JsonObject;
}

/**
 * Fits an event to a workflow's payload contract. The same schema and no mapping: the payload as it came. A mapping sees `event` only
 * (name, correlationKey, payload, payloadSchemaRef) and makes the whole payload; dotted targets make nested objects, and a target that
 * the contract does not require is left out where its expression yields nothing. Another schema without a mapping fits nothing.
 * `now` is what nowIso() answers, ISO 8601 UTC.
 */
export async function mapPayload(
  event: StoredEvent,
  subscriber: Subscriber,
  now: string,
): Promise<MappedPayload | MappingSkip> {
  const { trigger, payloadSchemaRef } = subscriber;
  const sourceSchemaRef = trigger.sourcePayloadSchemaRef ?? event.payloadSchemaRef;
  const mapping = trigger.payloadMapping ?? {};
  if (Object.keys(mapping).length === 0) {
    if (sourceSchemaRef === payloadSchemaRef) return { payload: event.payload, sourceSchemaRef, isMapped: false };
    return { skip: 'mapping_required', details: { sourceSchemaRef, payloadSchemaRef } };
  }
  try {
    const payload = await evaluateMapping(nested(mapping), subscriber.payloadSchema, (expression, options) =>
      evaluateExpression(expression, rootsOf(event), { ...options, now }),
    );
    return { payload, sourceSchemaRef, isMapped: true };
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    const { code, message, details } = thrown;
    return { skip: 'mapping_failed', details: { code, message, details: details as Json } };
  }
}

function rootsOf({ eventName: name, correlationKey, payload, payloadSchemaRef }: StoredEvent): Roots {
  return { event: { name, correlationKey, payload, payloadSchemaRef } };
}

/** `{ 'ticket.id': v }` → `{ ticket: { id: v } }`. */
function nested(mapping: JsonObject): JsonObject {
  const result: JsonObject = {};
  for (const [target, value] of Object.entries(mapping)) {
    const segments = target.split('.');
    const last = segments.pop() ?? target;
    let current = result;
    for (const segment of segments) {
      const known = Object.hasOwn(current, segment) ? current[segment] : undefined;
      const next: JsonObject = isJsonObject(known) ? known : {};
      define(current, segment, next);
      current = next;
    }
    define(current, last, value);
  }
  return result;
}

/** Sets a member by definition, so that no name is special. */
function define(target: JsonObject, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
