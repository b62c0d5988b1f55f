import { z } from 'zod';
import type { JsonObject } from '../kernel/json.ts';
import { workflowDefinitionSchema } from '../language/definition/definition.schema.ts';
import { type ActionDescription, compilePlan, type Plan } from '../language/interpreter/compile-plan.ts';
import type { Registry } from '../registry/registry.ts';

const MAX_CACHED = 200;

export interface PlanCache {
  /** `hash` names the content, so tenants with the same definition share a plan and a replaced version gets a new one. */
  get(hash: string, definition: () => Promise<unknown>): Promise<Plan>;
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
    async get(hash, definition) {
      const known = plans.get(hash);
      if (known !== undefined) plans.delete(hash);
      const plan = known ?? compilePlan(workflowDefinitionSchema.parse(await definition()), describe);
      plans.set(hash, plan);
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
    inputSchema: z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' }) as JsonObject,
    retryHint: action.retryHint ?? null,
  };
}
