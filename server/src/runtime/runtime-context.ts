import { type ActorRoles, createActorRoles } from './effects/actor-roles.ts';
import { createPlanCache, type PlanCache } from './plan-cache.ts';
import type { RuntimeDeps } from './runtime-deps.ts';

/** What all runs of a worker share. */
export interface RuntimeContext extends RuntimeDeps {
  roles: ActorRoles;
  plans: PlanCache;
}

export function createRuntimeContext(deps: RuntimeDeps): RuntimeContext {
  return {
    ...deps,
    roles: createActorRoles(deps.platform.clock),
    plans: createPlanCache(deps.platform.registry),
  };
}
