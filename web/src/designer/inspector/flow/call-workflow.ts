import { type Change, inOrder } from '../../model/change.ts';
import { setStepField } from '../../model/commands/set-step-field.ts';
import type { StepKey } from '../../model/document.ts';

/** Calls another workflow. A step names its target by key or by id, never by both; what was mapped for the other is gone. */
export function callWorkflow(key: StepKey, workflowKey: string, version: number): Change {
  return inOrder(
    setStepField(key, '/workflowId', undefined),
    setStepField(key, '/workflowKey', workflowKey),
    setStepField(key, '/workflowVersion', version),
    setStepField(key, '/inputMapping', undefined),
  );
}
