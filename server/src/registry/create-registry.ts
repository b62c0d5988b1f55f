import { appError } from '../kernel/errors.ts';
import { builtInPayloads } from './built-in-payloads.ts';
import type { AnyAction } from './define-action.ts';
import type { AnyEventType } from './define-event.ts';
import { inputJsonSchema } from './json-schema.ts';
import type { Registry } from './registry.ts';

export interface Catalogue {
  actions: readonly AnyAction[];
  eventTypes: readonly AnyEventType[];
}

/** Errors: INVARIANT_BROKEN when two entries have the same name. */
export function createRegistry({ actions, eventTypes }: Catalogue): Registry {
  const actionByName = byUniqueName('action', actions, (action) => nameOf(action.id, action.version));
  const eventTypeByName = byUniqueName('event type', eventTypes, (entry) => entry.eventType);
  const eventTypeByRef = byUniqueName('payload schema', eventTypes, (entry) => entry.payloadSchemaRef);
  const payloads = new Map([
    ...builtInPayloads,
    ...[...eventTypeByRef].map(([ref, entry]) => [ref, entry.payload] as const),
  ]);
  const refs = [...payloads.keys()].sort();

  return {
    action: (id, version) => actionByName.get(nameOf(id, version)),
    actions: () => actions,
    eventType: (eventType) => eventTypeByName.get(eventType),
    eventTypes: () => eventTypes,
    payloadSchema(ref) {
      const payload = payloads.get(ref);
      return payload === undefined ? undefined : inputJsonSchema(payload);
    },
    payloadSchemaRefs: () => refs,
  };
}

function nameOf(id: string, version: number): string {
  return `${id}@${version}`;
}

function byUniqueName<T>(kind: string, entries: readonly T[], name: (entry: T) => string): Map<string, T> {
  const byName = new Map<string, T>();
  for (const entry of entries) {
    if (byName.has(name(entry))) {
      throw appError('INVARIANT_BROKEN', { invariant: `there is one ${kind} ${name(entry)}` });
    }
    byName.set(name(entry), entry);
  }
  return byName;
}
