import type { Catalog } from '../store/catalog.ts';
import type { Schema } from './schema-reading.ts';

/** What is known of the entries that steps are made of. null = nothing. */
export interface ScopeSources {
  actionOutput(actionId: string, version: number): Schema | null;
  /** Of an event's payload, by its type. */
  eventPayload(eventType: string): Schema | null;
  /** By `payload.<Name>.v<n>`. */
  payload(ref: string): Schema | null;
}

export function sourcesOf(catalog: Catalog): ScopeSources {
  return {
    actionOutput(actionId, version) {
      const action = catalog.actions.get(actionId);
      return action?.version === version ? action.outputSchema : null;
    },
    eventPayload: (eventType) => catalog.events.get(eventType)?.payloadSchema ?? null,
    payload: (ref) => catalog.payloads.get(ref) ?? null,
  };
}
