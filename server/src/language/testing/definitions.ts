import type { WorkflowDefinition } from '../definition/definition.schema.ts';
import type { Step } from '../definition/step.schema.ts';
import type { Expression, Mapping, OnError, RetryPolicy } from '../definition/values.schema.ts';

/** A definition around steps, for tests. */
export function definitionOf(steps: Step[], rest: Partial<WorkflowDefinition> = {}): WorkflowDefinition {
  return { id: 'w1', version: 1, name: 'Test', payloadSchemaRef: 'payload.Empty.v1', ...rest, steps };
}

export const expr = (text: string) => ({ $expr: text });

export function setState(id: string, state = id): Step {
  return { id, type: 'state.set', config: { state } };
}

export function assign(id: string, assignments: Record<string, string>): Step {
  const entries = Object.entries(assignments).map(([path, text]) => [path, expr(text)]);
  return { id, type: 'transform.assign', config: { assign: Object.fromEntries(entries) } };
}

export function call(id: string, actionId: string, inputMapping: Mapping = {}, rest: CallExtras = {}): Step {
  const { retry, onError, ...config } = rest;
  return {
    id,
    type: 'action.call',
    config: { actionId, version: 1, inputMapping, ...config },
    ...(retry === undefined ? {} : { retry }),
    ...(onError === undefined ? {} : { onError }),
  };
}

interface CallExtras {
  retry?: RetryPolicy;
  onError?: OnError;
  saveAs?: string;
  idempotencyKey?: Expression;
}
