import { workflowDefinitionSchema } from '../language/definition/definition.schema.ts';
import { type ActionDescription, compilePlan, type Plan } from '../language/interpreter/compile-plan.ts';
import { inputJsonSchema } from '../registry/json-schema.ts';
import type { Registry } from '../registry/registry.ts';

const MAX_CACHED = 200;

export interface PlanCache {
  /** `name` holds the hash of the content: a version that an import replaced gets a new plan. */
  get(name: string, definition: () => Promise<unknown>): Promise<Plan>;
}

/** Published versions compiled once; the least recently used one gives way. */
export function createPlanCache(registry: Registry): PlanCache {
  const plans = new Map<string, Plan>();
  const descriptions = new Map<string, ActionDescription | undefined>();

  function describe(id: string, version: number): ActionDescription | undefined {
    const name = `${id}@${version}`;
    if (!descriptions.has(name)) descriptions.set(name, describeAction(registry, id, version));
    return descriptions.get(name);
  }

  return {
    async get(name, definition) {
      const known = plans.get(name);
      if (known !== undefined) plans.delete(name);
      const plan = known ?? compilePlan(workflowDefinitionSchema.parse(await definition()), describe);
      plans.set(name, plan);
      const oldest = plans.keys().next();
      if (plans.size > MAX_CACHED && !oldest.done) plans.delete(oldest.value);
      return plan;
    },
  };
}

function describeAction(registry: Registry, id: string, version: number): ActionDescription | undefined {
  const action = registry.action(id, version);
  if (action === undefined) return undefined;
  return {
    id,
    version,
    inputSchema: inputJsonSchema(action.input),
    retryHint: action.retryHint ?? null,
  };
}
