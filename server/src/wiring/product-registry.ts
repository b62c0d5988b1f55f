import type { Registry } from '../registry/registry.ts';

/** The registry of every entry that comes with the product. */
export function productRegistry(): Registry {
  return {
    action: () => undefined,
    actions: () => [],
    eventType: () => undefined,
    eventTypes: () => [],
    payloadSchema: () => undefined,
    payloadSchemaRefs: () => [],
  };
}
