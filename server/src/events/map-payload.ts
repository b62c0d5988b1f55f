import { appError, isAppError } from '../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { evaluateExpression, type Roots } from '../language/expressions/evaluate.ts';
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
 * (name, correlationKey, payload, payloadSchemaRef) and makes the whole payload; dotted targets make nested objects. Another schema
 * without a mapping fits nothing. `now` is what nowIso() answers, ISO 8601 UTC.
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
    return { payload: await evaluateMapping(mapping, event, now), sourceSchemaRef, isMapped: true };
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    const { code, message, details } = thrown;
    return { skip: 'mapping_failed', details: { code, message, details: details as Json } };
  }
}

async function evaluateMapping(mapping: JsonObject, event: StoredEvent, now: string): Promise<JsonObject> {
  const { eventName: name, correlationKey, payload, payloadSchemaRef } = event;
  const roots: Roots = { event: { name, correlationKey, payload, payloadSchemaRef } };
  const mapped: JsonObject = {};
  for (const [target, value] of Object.entries(mapping)) {
    writeAt(mapped, target, await evaluateValue(value, roots, now, `payloadMapping.${target}`));
  }
  return mapped;
}

/** Literals may hold expressions at any depth. Errors: EXPRESSION_YIELDED_NOTHING and those of the expression. */
async function evaluateValue(value: Json, roots: Roots, now: string, field: string): Promise<Json> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((item, index) => evaluateValue(item, roots, now, `${field}[${index}]`)));
  }
  if (!isJsonObject(value)) return value;
  const { $expr: expression } = value;
  if (typeof expression === 'string') {
    const result = await evaluateExpression(expression, roots, { field, now });
    if (result === undefined) throw appError('EXPRESSION_YIELDED_NOTHING', { expression, field });
    return result;
  }
  if ('$secret' in value) throw appError('NOT_FOUND', { resource: 'secret', id: String(value['$secret']) });
  const members: JsonObject = {};
  for (const [name, member] of Object.entries(value)) {
    define(members, name, await evaluateValue(member, roots, now, `${field}.${name}`));
  }
  return members;
}

/** `ticket.id` makes a nested object. */
function writeAt(target: JsonObject, path: string, value: Json): void {
  const segments = path.split('.');
  const last = segments.pop() ?? path;
  let current = target;
  for (const segment of segments) {
    const next = Object.hasOwn(current, segment) ? current[segment] : undefined;
    const object: JsonObject = isJsonObject(next) ? next : {};
    define(current, segment, object);
    current = object;
  }
  define(current, last, value);
}

/** Sets a member by definition, so that no name is special. */
function define(target: JsonObject, name: string, value: Json): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
