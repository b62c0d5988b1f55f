import type { WorkflowDefinition } from '../language/definition/definition.schema.ts';
import { walkSteps } from '../language/definition/walk-steps.ts';
import type { ActionRef, BundleDependencies } from './bundle-format.ts';

/**
 * What definitions need of an installation: actions they call, node types they are made of (control.* is the language itself),
 * payload schemas they name. Sorted, each once. `schemaRefs` adds those that stand outside the definitions.
 */
export function collectDependencies(
  definitions: readonly WorkflowDefinition[],
  schemaRefs: readonly string[] = [],
): BundleDependencies {
  const actions: ActionRef[] = [];
  const nodeTypes: string[] = [];
  const refs = [...schemaRefs];
  for (const definition of definitions) {
    refs.push(...schemaRefsOf(definition));
    for (const { step } of walkSteps(definition)) {
      if (isControl(step.type)) continue;
      nodeTypes.push(step.type);
      const action = calledAction(step);
      if (action !== null) actions.push(action);
    }
  }
  return sortDependencies({ actions, nodeTypes, schemaRefs: refs });
}

/** Control steps are the language itself, whatever an exporter lists. */
export function isControl(type: string): boolean {
  return type.startsWith('control.');
}

/** By code unit, so that the bytes are the same in every locale. */
export function sortDependencies({ actions, nodeTypes, schemaRefs }: BundleDependencies): BundleDependencies {
  const unique = new Map(actions.map((action) => [`${action.actionId}@${action.version}`, action]));
  return {
    actions: [...unique.values()].sort((a, b) => compareText(a.actionId, b.actionId) || a.version - b.version),
    nodeTypes: [...new Set(nodeTypes)].sort(),
    schemaRefs: [...new Set(schemaRefs)].sort(),
  };
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function schemaRefsOf({ payloadSchemaRef, trigger }: WorkflowDefinition): string[] {
  const source = trigger?.type === 'event' ? trigger.sourcePayloadSchemaRef : undefined;
  return source === undefined ? [payloadSchemaRef] : [payloadSchemaRef, source];
}

/** A step whose config names an action and its version calls it, whatever its node type. */
function calledAction(step: object): ActionRef | null {
  const config = 'config' in step ? (step.config as Record<string, unknown> | undefined) : undefined;
  const { actionId, version } = config ?? {};
  if (typeof actionId !== 'string' || actionId === '' || typeof version !== 'number') return null;
  return { actionId, version };
}
