import type { ErrorDetails } from '../kernel/errors.ts';
import type { Registry } from '../registry/registry.ts';
import type { BundleDependencies } from './bundle-format.ts';
import { isControl, sortDependencies } from './collect-dependencies.ts';

export type DependencyReport = ErrorDetails<'MISSING_DEPENDENCIES'>;

export interface Needs {
  key: string;
  /** What the bundle says and what its definitions need, together. */
  dependencies: BundleDependencies;
}

/** Everything that this installation lacks, per workflow and altogether; null = nothing. */
export function findMissingDependencies(
  registry: Registry,
  isNodeType: (type: string) => boolean,
  workflows: readonly Needs[],
): DependencyReport | null {
  const missing = workflows.map(({ key, dependencies }) => ({ key, ...missingOf(registry, isNodeType, dependencies) }));
  const lacking = missing.filter(
    (entry) => entry.actions.length + entry.nodeTypes.length + entry.schemaRefs.length > 0,
  );
  if (lacking.length === 0) return null;
  const all = sortDependencies({
    actions: lacking.flatMap((entry) => entry.actions),
    nodeTypes: lacking.flatMap((entry) => entry.nodeTypes),
    schemaRefs: lacking.flatMap((entry) => entry.schemaRefs),
  });
  return {
    missingByWorkflow: lacking.map((entry) => ({
      key: entry.key,
      missingActions: entry.actions,
      missingNodeTypes: entry.nodeTypes,
      missingSchemaRefs: entry.schemaRefs,
    })),
    missingActions: all.actions,
    missingNodeTypes: all.nodeTypes,
    missingSchemaRefs: all.schemaRefs,
  };
}

function missingOf(
  registry: Registry,
  isNodeType: (type: string) => boolean,
  dependencies: BundleDependencies,
): BundleDependencies {
  const { actions, nodeTypes, schemaRefs } = sortDependencies(dependencies);
  return {
    actions: actions.filter(({ actionId, version }) => registry.action(actionId, version) === undefined),
    nodeTypes: nodeTypes.filter((type) => !isControl(type) && !isNodeType(type)),
    schemaRefs: schemaRefs.filter((ref) => registry.payloadSchema(ref) === undefined),
  };
}
