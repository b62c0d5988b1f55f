import type { InputIssue } from '../../kernel/errors.ts';
import type { Json } from '../../kernel/json.ts';
import type { Step, WorkflowDefinition } from '../definition/definition.schema.ts';
import { pipesOf } from '../definition/slots.ts';
import type { NodeStep, Pipe } from '../definition/step.schema.ts';
import { pipePathIn, ROOT_PIPE, stepPathIn } from '../definition/step-path.ts';
import type { OnError, RetryPolicy } from '../definition/values.schema.ts';
import { configIssues, nodeTypes } from '../nodes/catalogue.ts';
import type { NodeType, StepFacts } from '../nodes/node-type.ts';
import type { ActionDescription } from './action-description.ts';

export type { ActionDescription } from './action-description.ts';

/** undefined = not registered. */
export type DescribeAction = (id: string, version: number) => ActionDescription | undefined;

/** One step of a plan with everything that can be known before a run starts. */
export interface PlannedStep extends StepFacts {
  /** null = the type is not known; the step fails when a run comes to it. */
  node: NodeType | null;
  /** The step's own policy, else the action's hint. */
  retry: RetryPolicy | null;
  continuesOnError: boolean;
  /** What is wrong with the config; the step fails with it. A version that was published has none, an imported one may. */
  configIssues: InputIssue[];
}

/** A published version, compiled once and shared by all its runs. Holds no state. */
export interface Plan {
  definition: WorkflowDefinition;
  /** Steps of a pipe by its path (`root`, `root.steps[2].then`). */
  pipes: ReadonlyMap<string, readonly PlannedStep[]>;
}

/**
 * Compiles a definition that parsed. Never refuses: a step whose node type, action or configuration is not known
 * fails when a run comes to it.
 */
export function compilePlan(definition: WorkflowDefinition, describeAction: DescribeAction): Plan {
  const pipes = new Map<string, readonly PlannedStep[]>();
  const planPipe = (steps: Pipe, pipe: string) => {
    pipes.set(
      pipe,
      steps.map((step, index) => planStep(step, stepPathIn(pipe, index), describeAction)),
    );
    for (const [index, step] of steps.entries()) {
      for (const inner of pipesOf(step)) planPipe(inner.pipe, pipePathIn(stepPathIn(pipe, index), inner.slot));
    }
  };
  planPipe(definition.steps, ROOT_PIPE);
  return { definition, pipes };
}

interface CallFields {
  actionId?: string;
  version?: number;
  onError?: OnError;
}

function planStep(step: Step, path: string, describeAction: DescribeAction): PlannedStep {
  const node = nodeTypes.get(step.type) ?? null;
  const config: Json = step.type.startsWith('control.') ? null : ((step as NodeStep).config ?? {});
  const call = (config ?? {}) as CallFields;
  const action = typeof call.actionId === 'string' ? (describeAction(call.actionId, call.version ?? 0) ?? null) : null;
  const own = step as { retry?: RetryPolicy; onError?: OnError };
  return {
    path,
    step,
    node,
    config,
    action,
    retry: own.retry ?? action?.retryHint ?? null,
    configIssues: node === null ? [] : configIssues(node, config),
    continuesOnError: (own.onError ?? call.onError)?.policy === 'continue',
  };
}
