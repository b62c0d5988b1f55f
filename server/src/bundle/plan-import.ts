import { hashOfJson } from '../authoring/definition-hash.ts';
import type { PayloadSchemaMode } from '../authoring/workflow.ts';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import type { Registry } from '../registry/registry.ts';
import type { BundleVersion, BundleWorkflow } from './bundle-format.ts';
import { rewriteCallTargets } from './call-targets.ts';
import type { CheckedWorkflow } from './check-definitions.ts';
import { collectDependencies, isControl, sortDependencies } from './collect-dependencies.ts';
import type { ImportWarning, ImportWarningCode } from './import-warning.ts';
import { resolveCallTarget } from './resolve-call-targets.ts';

/** A workflow as it will be written. */
export interface PlannedWorkflow {
  key: string;
  workflowId: string;
  settings: PlannedSettings;
  draft: { draftVersion: number; definition: JsonObject };
  /** Ascending. */
  versions: PlannedVersion[];
}

export interface PlannedSettings {
  name: string;
  description: string | null;
  payloadSchemaRef: string;
  payloadSchemaMode: PayloadSchemaMode;
  pinnedPayloadSchemaRef: string | null;
  trigger: JsonObject | null;
  isSystem: boolean;
  isVisible: boolean;
  isPaused: boolean;
  concurrencyLimit: number | null;
  autoPauseOnFailure: boolean;
  failureRateThreshold: number | null;
  failureRateMinRuns: number | null;
  retentionPolicyOverride: JsonObject | null;
}

export interface PlannedVersion {
  /** JSON pointer in the bundle. */
  path: string;
  version: number;
  definition: JsonObject;
  definitionHash: string;
  payloadSchema: JsonObject | null;
}

export interface PlanInput {
  checked: CheckedWorkflow;
  all: readonly BundleWorkflow[];
  workflowId: string;
  registry: Registry;
}

/** What becomes of one workflow of a bundle: ids and calls rewritten, gaps filled, and a warning for everything that was put right. */
export function planWorkflow({ checked, all, workflowId, registry }: PlanInput): {
  planned: PlannedWorkflow;
  warnings: ImportWarning[];
} {
  const { workflow, path } = checked;
  const warnings: ImportWarning[] = [];
  const warn = (code: ImportWarningCode, at: string, params: JsonObject = {}) => {
    warnings.push({ key: workflow.key, code, path: `${path}${at}`, params });
  };
  warnOfDependencies(checked, warn);
  const adopt = (definition: JsonObject, at: string): JsonObject => ({
    ...rewriteCallTargets(definition, (target) => {
      const found = resolveCallTarget(all, workflow, target);
      if (found?.isAssumed === true) warn('CALL_TARGET_ASSUMED', at, { target, key: found.key });
      return found?.key ?? target;
    }),
    id: workflowId,
  });
  const draft = {
    draftVersion: workflow.draft.draftVersion,
    definition: adopt(workflow.draft.definition, '/draft/definition'),
  };
  const versions = workflow.publishedVersions
    .map((version, index): PlannedVersion => {
      const at = `/publishedVersions/${index}`;
      const definition = adopt(version.definition, `${at}/definition`);
      return {
        path: `${path}${at}`,
        version: version.version,
        definition,
        definitionHash: hashOfJson(definition),
        payloadSchema: payloadSchemaOf(version, registry, (params) => warn('PAYLOAD_SCHEMA_DERIVED', at, params)),
      };
    })
    .sort((a, b) => a.version - b.version);
  const settings = planSettings(workflow, versions, warn);
  return { planned: { key: workflow.key, workflowId, settings, draft, versions }, warnings };
}

type Warn = (code: ImportWarningCode, at: string, params?: JsonObject) => void;

function warnOfDependencies({ workflow, definitions }: CheckedWorkflow, warn: Warn): void {
  const declared = workflow.dependencies;
  for (const [index, type] of declared.nodeTypes.entries()) {
    if (isControl(type)) warn('CONTROL_NODE_TYPE_LISTED', `/dependencies/nodeTypes/${index}`, { type });
  }
  const names = (dependencies: typeof declared) => [
    ...dependencies.actions.map((action) => `${action.actionId}@${action.version}`),
    ...dependencies.nodeTypes,
    ...dependencies.schemaRefs,
  ];
  const known = new Set(names(declared));
  for (const name of names(collectDependencies(definitions))) {
    if (!known.has(name)) warn('DEPENDENCY_NOT_DECLARED', '/dependencies', { name });
  }
}

/** What a workflow says it needs together with what its definitions need: neither alone is trusted. */
export function neededBy({ workflow, definitions }: CheckedWorkflow) {
  const found = collectDependencies(definitions, [workflow.metadata.payloadSchemaRef]);
  const { actions, nodeTypes, schemaRefs } = workflow.dependencies;
  return sortDependencies({
    actions: [...actions, ...found.actions],
    nodeTypes: [...nodeTypes, ...found.nodeTypes],
    schemaRefs: [...schemaRefs, ...found.schemaRefs],
  });
}

function payloadSchemaOf(
  version: BundleVersion,
  registry: Registry,
  onDerived: (params: JsonObject) => void,
): JsonObject | null {
  if (version.payloadSchemaJson !== undefined) return version.payloadSchemaJson;
  const schemaRef = String(version.definition.payloadSchemaRef);
  onDerived({ schemaRef });
  return (registry.payloadSchema(schemaRef) as JsonObject | undefined) ?? null;
}

function planSettings({ metadata }: BundleWorkflow, versions: PlannedVersion[], warn: Warn): PlannedSettings {
  const mode = metadata.payloadSchemaMode;
  const isKnownMode = mode === 'pinned' || mode === 'inferred';
  if (!isKnownMode) warn('PAYLOAD_SCHEMA_MODE_UNKNOWN', '/metadata/payloadSchemaMode', { mode });
  return {
    ...metadata,
    payloadSchemaMode: isKnownMode ? mode : 'pinned',
    trigger: liveTrigger(metadata.trigger, versions.at(-1), warn),
    failureRateThreshold: roundedThreshold(metadata.failureRateThreshold, warn),
  };
}

/** The trigger that counts is the live version's; a workflow without one has the trigger of its settings. */
function liveTrigger(trigger: JsonObject | null, live: PlannedVersion | undefined, warn: Warn): JsonObject | null {
  if (live === undefined) return trigger;
  const published = isJsonObject(live.definition.trigger) ? live.definition.trigger : null;
  if (hashOfJson(published) !== hashOfJson(trigger))
    warn('TRIGGER_DIFFERS', '/metadata/trigger', { version: live.version });
  return published;
}

function roundedThreshold(threshold: number | string | null, warn: Warn): number | null {
  if (threshold === null) return null;
  const value = Number(threshold);
  const rounded = Math.round(value * 100) / 100;
  if (rounded !== value) warn('THRESHOLD_ROUNDED', '/metadata/failureRateThreshold', { value, rounded });
  return rounded;
}
