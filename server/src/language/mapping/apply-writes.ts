import { appError } from '../../kernel/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../kernel/json.ts';
import type { Write } from './write.ts';

/** The members of an envelope that can be written. */
export interface WritableEnvelope {
  payload: Json;
  vars: JsonObject;
  meta: JsonObject;
  error: JsonObject | null;
}

/**
 * A copy with the writes in it; what they do not touch is shared. Missing objects on the way are made; an array or a plain value
 * on the way is not replaced. Errors: ASSIGN_PATH_INVALID, before anything is taken over.
 */
export function applyWrites<E extends WritableEnvelope>(envelope: E, writes: readonly Write[]): E {
  let next = envelope;
  for (const write of writes) {
    const [root = '', ...rest] = write.path;
    const member = root as keyof WritableEnvelope;
    const value = rest.length === 0 ? (write.value ?? null) : writeInto(next[member], rest, write);
    next = { ...next, [member]: value };
  }
  return next;
}

function writeInto(target: Json, path: readonly string[], write: Write): Json {
  if (target !== null && !isJsonObject(target)) {
    const at = write.path.slice(0, write.path.length - path.length).join('.');
    throw appError('ASSIGN_PATH_INVALID', { path: write.path.join('.'), reason: `${at} is not an object` });
  }
  const [name = '', ...rest] = path;
  if (name === '__proto__')
    throw appError('ASSIGN_PATH_INVALID', { path: write.path.join('.'), reason: `${name} cannot be written` });
  const copy: JsonObject = { ...target };
  if (rest.length > 0) {
    copy[name] = writeInto(own(copy, name) ?? null, rest, write);
  } else if (write.value === undefined) {
    delete copy[name];
  } else {
    copy[name] = write.value;
  }
  return copy;
}

function own(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
