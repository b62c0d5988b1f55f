import { configIssues, nodeTypes as languageNodeTypes } from '../language/nodes/catalogue.ts';
import type { NodeTypeChecks } from '../language/validation/check-node-step.ts';

/** What validation asks of the language's node types. */
export const nodeTypes: ReadonlyMap<string, NodeTypeChecks> = new Map(
  [...languageNodeTypes].map(([id, node]): [string, NodeTypeChecks] => [
    id,
    { id, isSupported: node.isSupported, checkConfig: (config) => configIssues(node, config) },
  ]),
);
