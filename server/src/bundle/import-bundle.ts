import { writeAudit } from '../audit/write-audit.ts';
import { deleteWorkflowRows } from '../authoring/delete-workflow.ts';
import { nodeTypes } from '../authoring/node-types.ts';
import { validateWith } from '../authoring/validate-definition.ts';
import { loadWorkflowFacts } from '../authoring/validation-context.ts';
import type { Tx } from '../db/tx.ts';
import type { Writer } from '../kernel/actor.ts';
import { appError } from '../kernel/errors.ts';
import type { WorkflowFacts } from '../language/validation/context.ts';
import type { Registry } from '../registry/registry.ts';
import { admitQueuedRuns } from '../runs/admit-queued-runs.ts';
import { checkDefinitions } from './check-definitions.ts';
import { compareText } from './collect-dependencies.ts';
import { type ExistingWorkflow, lockExisting, splitLeftovers } from './existing-workflow.ts';
import { findMissingDependencies } from './find-missing-dependencies.ts';
import type { ImportWarning } from './import-warning.ts';
import { keepReplacedDefinitions } from './keep-replaced-definitions.ts';
import { neededBy, type PlannedWorkflow, planWorkflow } from './plan-import.ts';
import { readBundle } from './read-bundle.ts';
import { validateVersions } from './validate-versions.ts';
import { deleteVersions, insertWorkflow, overwriteWorkflow, type PlannedWrite, upsertVersion } from './write-import.ts';

/** create: refuse keys that are there · force: overwrite in place, same id, runs stay · recreate: delete with runs, new id. */
export const ImportModes = ['create', 'force', 'recreate'] as const;
export type ImportMode = (typeof ImportModes)[number];

export interface ImportInput {
  /** Whatever JSON the caller brought. */
  bundle: unknown;
  mode: ImportMode;
  /** Says what would come of it and writes nothing; ids of workflows to be created are made up. */
  dryRun: boolean;
}

interface WorkflowRef {
  key: string;
  workflowId: string;
}

export interface ImportSummary {
  createdWorkflows: WorkflowRef[];
  updatedWorkflows: WorkflowRef[];
  deletedWorkflows: WorkflowRef[];
  createdPublishedVersions: (WorkflowRef & { versions: number[] })[];
  warnings: ImportWarning[];
}

interface ImportPlan {
  writes: { write: PlannedWrite; existing: ExistingWorkflow | null }[];
  warnings: ImportWarning[];
}

/**
 * Takes a bundle over, all of it or nothing, in the caller's transaction. Executes, fetches and resolves nothing; published versions are
 * live as their settings say, and their runs act as the importer.
 * Errors: those of readBundle, INVALID_WORKFLOW_DEFINITION, MISSING_DEPENDENCIES, WORKFLOW_KEY_CONFLICT (mode create, all keys).
 */
export async function importBundle(
  tx: Tx,
  writer: Writer,
  registry: Registry,
  input: ImportInput,
): Promise<ImportSummary> {
  const plan = await planImport(tx, registry, input);
  if (!input.dryRun) {
    for (const { write, existing } of plan.writes) await writeWorkflow(tx, writer, input.mode, write, existing);
  }
  return summarize(plan, input.mode);
}

async function planImport(tx: Tx, registry: Registry, { bundle: value, mode }: ImportInput): Promise<ImportPlan> {
  const bundle = readBundle(value);
  const checked = checkDefinitions(bundle);
  const missing = findMissingDependencies(
    registry,
    (type) => nodeTypes.has(type),
    checked.map((one) => ({ key: one.workflow.key, dependencies: neededBy(one) })),
  );
  if (missing !== null) throw appError('MISSING_DEPENDENCIES', missing);
  const existing = await lockExisting(
    tx,
    bundle.workflows.map((workflow) => workflow.key),
  );
  if (mode === 'create' && existing.length > 0) {
    throw appError('WORKFLOW_KEY_CONFLICT', { keys: existing.map((workflow) => workflow.key) });
  }
  const there = new Map(existing.map((workflow) => [workflow.key, workflow]));
  const results = checked.map((one) => {
    const kept = mode === 'force' ? there.get(one.workflow.key) : undefined;
    return planWorkflow({ checked: one, all: bundle.workflows, workflowId: kept?.workflowId ?? tx.newId(), registry });
  });
  const planned = results.map((result) => result.planned);
  const facts = await factsAfterImport(tx, planned);
  const warnings = [
    ...results.flatMap((result) => result.warnings),
    ...validateVersions(registry, planned, facts),
    ...(mode === 'force' ? checkInPlace(planned, there) : []),
  ];
  const writes = planned.map((one) => ({
    write: {
      planned: one,
      validation: validateWith(registry, one.draft.definition, one.settings.payloadSchemaMode, facts),
    },
    existing: there.get(one.key) ?? null,
  }));
  return { writes, warnings: [...warnings, ...writes.flatMap(({ write }) => draftWarnings(write))] };
}

/** Drafts are taken with any problem; whoever imports them hears of it. */
function draftWarnings({ planned, validation }: PlannedWrite): ImportWarning[] {
  const [first] = validation.errors;
  if (first === undefined) return [];
  const params = { errors: validation.errors.length, first: first.code, stepPath: first.stepPath };
  return [{ key: planned.key, code: 'DRAFT_NOT_PUBLISHABLE', path: '', params }];
}

/** Calls are checked against what will be there. */
async function factsAfterImport(tx: Tx, planned: readonly PlannedWorkflow[]): Promise<WorkflowFacts[]> {
  const keys = new Set(planned.map((workflow) => workflow.key));
  const others = (await loadWorkflowFacts(tx)).filter((facts) => !keys.has(facts.key));
  const own = planned.map(({ workflowId, key, versions }) => ({
    workflowId,
    key,
    versions: versions.map((version) => version.version),
  }));
  return [...others, ...own];
}

function checkInPlace(
  planned: readonly PlannedWorkflow[],
  there: ReadonlyMap<string, ExistingWorkflow>,
): ImportWarning[] {
  return planned.flatMap((workflow) => {
    const existing = there.get(workflow.key);
    if (existing === undefined) return [];
    return splitLeftovers(existing, workflow).kept.map(
      (version): ImportWarning => ({ key: workflow.key, code: 'VERSION_KEPT', path: '', params: { version } }),
    );
  });
}

async function writeWorkflow(
  tx: Tx,
  writer: Writer,
  mode: ImportMode,
  write: PlannedWrite,
  existing: ExistingWorkflow | null,
): Promise<void> {
  const { planned } = write;
  if (existing !== null && mode === 'recreate') await deleteWorkflowRows(tx, existing.workflowId);
  if (existing !== null && mode === 'force') {
    const { dropped } = splitLeftovers(existing, planned);
    await keepReplacedDefinitions(tx, planned, dropped);
    await overwriteWorkflow(tx, writer, write);
    await deleteVersions(tx, planned.workflowId, dropped);
  } else if (!(await insertWorkflow(tx, writer, write))) {
    // Somebody else made the key between our look and our insert; everything of this import is undone with the transaction.
    throw appError('WORKFLOW_KEY_CONFLICT', { keys: [planned.key] });
  }
  for (const version of planned.versions) await upsertVersion(tx, writer, planned.workflowId, version);
  await writeAudit(tx, writer, {
    recordType: 'workflow_definition',
    recordId: planned.workflowId,
    operation: 'workflow_definition_import',
    details: {
      key: planned.key,
      mode,
      versions: planned.versions.map((version) => version.version),
      replacedWorkflowId: existing?.workflowId ?? null,
    },
  });
  if (existing !== null) await admitQueuedRuns(tx, planned.workflowId);
  tx.signal('workflows', planned.workflowId);
}

function summarize({ writes, warnings }: ImportPlan, mode: ImportMode): ImportSummary {
  const ordered = [...writes].sort((a, b) => compareText(a.write.planned.key, b.write.planned.key));
  const ref = ({ key, workflowId }: PlannedWorkflow): WorkflowRef => ({ key, workflowId });
  const isUpdate = (existing: ExistingWorkflow | null) => existing !== null && mode === 'force';
  return {
    createdWorkflows: ordered.filter(({ existing }) => !isUpdate(existing)).map(({ write }) => ref(write.planned)),
    updatedWorkflows: ordered.filter(({ existing }) => isUpdate(existing)).map(({ write }) => ref(write.planned)),
    deletedWorkflows: ordered.flatMap(({ existing }) =>
      existing !== null && mode === 'recreate' ? [{ key: existing.key, workflowId: existing.workflowId }] : [],
    ),
    createdPublishedVersions: ordered
      .filter(({ write }) => write.planned.versions.length > 0)
      .map(({ write: { planned } }) => ({
        ...ref(planned),
        versions: planned.versions.map((version) => version.version),
      })),
    warnings,
  };
}
