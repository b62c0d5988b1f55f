import type { JsonObject } from '../../kernel/json.ts';
import { nodeTypes } from '../../language/nodes/catalogue.ts';
import { describeAction } from '../../registry/describe-action.ts';
import { describeNode } from '../../registry/describe-node.ts';
import type { Registry } from '../../registry/registry.ts';
import { procedure } from '../trpc.ts';
import { designerCatalogOutput } from './registry.schema.ts';

/** What a designer offers: actions by group, the kinds of steps, and payload schemas that belong to no event type. */
export const designerCatalog = procedure
  .output(designerCatalogOutput)
  .query(({ ctx }) => describeCatalog(ctx.platform.registry));

export function describeCatalog(registry: Registry) {
  const byGroup = Map.groupBy(registry.actions().map(describeAction), (action) => action.group);
  const ofEvents = new Set(registry.eventTypes().map((entry) => entry.payloadSchemaRef));
  const payloads = registry
    .payloadSchemaRefs()
    .filter((ref) => !ofEvents.has(ref))
    .map((ref) => ({ ref, schema: registry.payloadSchema(ref) as JsonObject }));
  return {
    payloads,
    groups: [...byGroup].map(([group, actions]) => ({ group, labelKey: `actions.groups.${group}`, actions })),
    nodes: [...nodeTypes.values()].map(describeNode),
  };
}
