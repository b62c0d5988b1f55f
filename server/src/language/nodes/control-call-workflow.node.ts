import type { Json } from '../../kernel/json.ts';
import type { CallWorkflowStep } from '../definition/step.schema.ts';
import { checkCallTarget } from '../validation/check-call-target.ts';
import { evaluateAssignments } from './assignments.ts';
import { defineNode } from './define-node.ts';

/** Starts a run of another workflow's version and waits for its end; `outputMapping` reads it as `childRun`. */
export default defineNode({
  id: 'control.callWorkflow',
  family: 'flow',
  isSupported: true,
  configSchema: null,
  validate: checkCallTarget,
  async enter(step) {
    const fields = step.planned.step as CallWorkflowStep;
    const payload = await step.evaluateMapping(fields.inputMapping ?? {}, null);
    const workflow = fields.workflowKey ?? fields.workflowId ?? '';
    return { type: 'startChild', workflow, workflowVersion: fields.workflowVersion, payload };
  },
  async resume(step, answer) {
    if (answer.type !== 'child') return { type: 'done' };
    const { childRunId, status, payload, vars, meta } = answer.outcome;
    const fields = step.planned.step as CallWorkflowStep;
    const childRun: Json = { runId: childRunId, status, payload, vars, meta };
    const writes = await evaluateAssignments(step, fields.outputMapping, [], { childRun });
    return { type: 'done', writes, result: { childRunId } };
  },
});
