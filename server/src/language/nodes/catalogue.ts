import type { InputIssue } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import { inputIssues } from '../definition/input-issues.ts';
import type { NodeTypeChecks } from '../validation/check-node-step.ts';
import { actionCall } from './action-call.node.ts';
import { controlCallWorkflow } from './control-call-workflow.node.ts';
import { controlForEach } from './control-for-each.node.ts';
import { controlIf } from './control-if.node.ts';
import { controlReturn } from './control-return.node.ts';
import { controlTryCatch } from './control-try-catch.node.ts';
import { eventWait } from './event-wait.node.ts';
import { humanTask } from './human-task.node.ts';
import type { NodeType } from './node-type.ts';
import { stateSet } from './state-set.node.ts';
import { timeWait } from './time-wait.node.ts';
import { transformAssign } from './transform-assign.node.ts';

/** Every node type by id. */
export const nodeTypes: ReadonlyMap<string, NodeType> = new Map(
  [
    controlIf,
    controlForEach,
    controlTryCatch,
    controlCallWorkflow,
    controlReturn,
    stateSet,
    transformAssign,
    actionCall,
    eventWait,
    timeWait,
    humanTask,
  ].map((node) => [node.id, node]),
);

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
