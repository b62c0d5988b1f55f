import { nodeTypes } from '../../language/nodes/catalogue.ts';
import { describeNode } from '../../registry/describe-node.ts';
import { procedure } from '../trpc.ts';
import { nodesOutput } from './registry.schema.ts';

/** Every kind of step, with the pipes that it holds and the schema of its config. */
export const nodes = procedure
  .output(nodesOutput)
  .query(() => ({ items: [...nodeTypes.values()].map(describeNode), nextCursor: null }));
