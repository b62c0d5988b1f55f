import { nodeTypes } from '../../language/nodes/catalogue.ts';
import { describeAction } from '../../registry/describe-action.ts';
import { describeNode } from '../../registry/describe-node.ts';
import { procedure } from '../trpc.ts';
import { designerCatalogOutput } from './registry.schema.ts';

/** What a palette shows: actions by group, and the kinds of steps. */
export const designerCatalog = procedure.output(designerCatalogOutput).query(({ ctx }) => {
  const byGroup = Map.groupBy(ctx.platform.registry.actions().map(describeAction), (action) => action.group);
  return {
    groups: [...byGroup].map(([group, actions]) => ({ group, labelKey: `actions.groups.${group}`, actions })),
    nodes: [...nodeTypes.values()].map(describeNode),
  };
});
