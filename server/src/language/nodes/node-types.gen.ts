// Made by registry/generate-catalogue.ts (pnpm generate). Do not edit.
import actionCall from './action-call.node.ts';
import controlCallWorkflow from './control-call-workflow.node.ts';
import controlForEach from './control-for-each.node.ts';
import controlIf from './control-if.node.ts';
import controlReturn from './control-return.node.ts';
import controlTryCatch from './control-try-catch.node.ts';
import eventWait from './event-wait.node.ts';
import humanTask from './human-task.node.ts';
import stateSet from './state-set.node.ts';
import timeWait from './time-wait.node.ts';
import transformAssign from './transform-assign.node.ts';
import type { NodeType } from './node-type.ts';

export const allNodeTypes: readonly NodeType[] = [
  actionCall,
  controlCallWorkflow,
  controlForEach,
  controlIf,
  controlReturn,
  controlTryCatch,
  eventWait,
  humanTask,
  stateSet,
  timeWait,
  transformAssign,
];
