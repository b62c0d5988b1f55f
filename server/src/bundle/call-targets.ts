import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { slotsOfType } from '../language/definition/slots.ts';

const CALL = 'control.callWorkflow';
export const ZERO_UUID = '00000000-0000-0000-0000-000000000000';

/** Every workflow that a definition calls by `workflowId`, as it is written. */
export function callTargetsOf(definition: JsonObject): string[] {
  const targets: string[] = [];
  rewriteCallTargets(definition, (target) => {
    targets.push(target);
    return target;
  });
  return targets;
}

/** A copy of a definition whose calls name what `rewrite` answers. Works on the JSON, so that nothing else of it changes. */
export function rewriteCallTargets(definition: JsonObject, rewrite: (target: string) => string): JsonObject {
  return { ...definition, steps: rewritePipe(definition.steps ?? [], rewrite) };
}

function rewritePipe(pipe: Json, rewrite: (target: string) => string): Json {
  if (!Array.isArray(pipe)) return pipe;
  return pipe.map((step) => (isJsonObject(step) ? rewriteStep(step, rewrite) : step));
}

function rewriteStep(step: JsonObject, rewrite: (target: string) => string): JsonObject {
  const copy = { ...step };
  if (step.type === CALL && typeof step.workflowId === 'string') copy.workflowId = rewrite(step.workflowId);
  for (const { name } of slotsOfType(String(step.type))) {
    if (step[name] !== undefined) copy[name] = rewritePipe(step[name], rewrite);
  }
  return copy;
}
