import type { Json, JsonObject } from '../../kernel/json.ts';
import type { Step, WorkflowDefinition } from '../definition/definition.schema.ts';
import type { RetryPolicy } from '../definition/values.schema.ts';

/** What the interpreter needs to know of an action; the registry answers with it. */
export interface ActionDescription {
  id: string;
  version: number;
  /** JSON Schema of the input as an author writes it: members with a default are optional. */
  inputSchema: JsonObject;
  /** Used where the step has no policy of its own. */
  retryHint: RetryPolicy | null;
}

/** undefined = not registered. */
export type DescribeAction = (id: string, version: number) => ActionDescription | undefined;

/** One step of a plan with everything that can be known before a run starts. */
export interface PlannedStep {
  path: string;
  step: Step;
  config: Json;
  action: ActionDescription | null;
  retry: RetryPolicy | null;
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
export function compilePlan(definition: WorkflowDefinition, _describeAction: DescribeAction): Plan {
  return { definition, pipes: new Map() };
}
