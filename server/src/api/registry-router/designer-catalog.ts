import type { JsonObject } from '../../kernel/json.ts';
import { nodeTypes } from '../../language/nodes/catalogue.ts';
import { describeAction } from '../../registry/describe-action.ts';
import { describeNode } from '../../registry/describe-node.ts';
import { procedure } from '../trpc.ts';
import { designerCatalogOutput } from './registry.schema.ts';

/** What a designer offers: actions by group, the kinds of steps, and payload schemas that belong to no event type. */
export const designerCatalog = procedure.output(designerCatalogOutput).query(({ ctx }) => {
  const byGroup = Map.groupBy(ctx.platform.registry.actions().map(describeAction), (action) => action.group);
  const { registry } = ctx.platform;
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
});
