import type { InputIssue } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { inputIssues } from '../definition/input-issues.ts';
import type { NodeTypeChecks } from '../validation/check-node-step.ts';
import type { NodeType } from './node-type.ts';
import { allNodeTypes } from './node-types.gen.ts';

/** Every node type by id. */
export const nodeTypes: ReadonlyMap<string, NodeType> = new Map(allNodeTypes.map((node) => [node.id, node]));

/** What validation asks of them. */
export const nodeTypeChecks: ReadonlyMap<string, NodeTypeChecks> = new Map(
  [...nodeTypes].map(([id, node]): [string, NodeTypeChecks] => {
    const { isSupported, configCode, validate } = node;
    return [id, { id, isSupported, checkConfig: (config) => configIssues(node, config), configCode, validate }];
  }),
);

/** Problems of a config's form; paths are JSON pointers into the config. */
export function configIssues(node: NodeType, config: Json): InputIssue[] {
  const result = node.configSchema?.safeParse(config);
  return result === undefined || result.success ? [] : inputIssues(result.error, config);
}
