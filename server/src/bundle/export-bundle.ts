import { getWorkflowId } from '../authoring/workflow.ts';
import type { Tx } from '../db/tx.ts';
import { appError } from '../kernel/errors.ts';
import { isUuid } from '../kernel/ids.ts';
import type { JsonObject } from '../kernel/json.ts';
import { parseDefinition } from '../language/definition/parse-definition.ts';
import {
  BUNDLE_FORMAT,
  BUNDLE_FORMAT_VERSION,
  type BundleMetadata,
  type BundleVersion,
  type BundleWorkflow,
  type WorkflowBundle,
} from './bundle-format.ts';
import { callTargetsOf, rewriteCallTargets } from './call-targets.ts';
import { collectDependencies, compareText } from './collect-dependencies.ts';

/** One workflow by id or key. Errors: NOT_FOUND. */
export async function exportWorkflow(tx: Tx, idOrKey: string): Promise<WorkflowBundle> {
  return bundleOf(tx, await loadWorkflows(tx, [await getWorkflowId(tx, idOrKey)]));
}

/** Several workflows in one bundle, by key. Errors: NOT_FOUND, which names every key that there is not. */
export async function exportWorkflows(tx: Tx, keys: readonly string[]): Promise<WorkflowBundle> {
  const { rows } = await tx.query<{ key: string; workflow_id: string }>({
    name: 'bundle.ids_of_keys',
    text: 'SELECT key, workflow_id FROM workflow_definitions WHERE tenant = $1 AND key = ANY ($2)',
    values: [tx.tenant, keys],
  });
  const found = new Set(rows.map((row) => row.key));
  const missing = keys.filter((key) => !found.has(key));
  if (missing.length > 0) throw appError('NOT_FOUND', { resource: 'workflow', id: missing.join(', ') });
  return bundleOf(
    tx,
    await loadWorkflows(
      tx,
      rows.map((row) => row.workflow_id),
    ),
  );
}

interface DefinitionRow {
  workflow_id: string;
  key: string;
  name: string;
  description: string | null;
  payload_schema_ref: string;
  payload_schema_mode: string;
  pinned_payload_schema_ref: string | null;
  trigger: JsonObject | null;
  is_system: boolean;
  is_visible: boolean;
  is_paused: boolean;
  concurrency_limit: number | null;
  auto_pause_on_failure: boolean;
  failure_rate_threshold: string | null;
  failure_rate_min_runs: number | null;
  retention_policy_override: JsonObject | null;
  draft_version: number;
  draft_definition: JsonObject;
  changed_at: Date;
  versions: { version: number; definition: JsonObject; payloadSchemaJson: JsonObject | null }[];
}

/** One statement, so that a publish in between cannot give a draft and versions of different moments. */
async function loadWorkflows(tx: Tx, ids: readonly string[]): Promise<DefinitionRow[]> {
  const { rows } = await tx.query<DefinitionRow>({
    name: 'bundle.load_workflows',
    text: `SELECT d.workflow_id, d.key, d.name, d.description, d.payload_schema_ref, d.payload_schema_mode,
                  d.pinned_payload_schema_ref, d.trigger, d.is_system, d.is_visible, d.is_paused, d.concurrency_limit,
                  d.auto_pause_on_failure, d.failure_rate_threshold, d.failure_rate_min_runs, d.retention_policy_override,
                  d.draft_version, d.draft_definition, d.updated_at AS changed_at,
                  coalesce((SELECT jsonb_agg(jsonb_build_object('version', v.version, 'definition', v.definition_json,
                                                                'payloadSchemaJson', v.payload_schema_json) ORDER BY v.version)
                              FROM workflow_definition_versions v
                             WHERE v.tenant = d.tenant AND v.workflow_id = d.workflow_id), '[]') AS versions
             FROM workflow_definitions d
            WHERE d.tenant = $1 AND d.workflow_id = ANY ($2)`,
    values: [tx.tenant, ids],
  });
  return rows;
}

async function bundleOf(tx: Tx, rows: DefinitionRow[]): Promise<WorkflowBundle> {
  const keyOfId = await keysOfCallTargets(tx, rows);
  return {
    format: BUNDLE_FORMAT,
    formatVersion: BUNDLE_FORMAT_VERSION,
    exportedAt: lastChangeOf(rows),
    workflows: rows
      .map((row) => toBundleWorkflow(row, (target) => keyOfId.get(target) ?? target))
      .sort((a, b) => compareText(a.key, b.key)),
  };
}

/** Not the hour of the export: two exports of what did not change between them are the same bytes. */
function lastChangeOf(rows: readonly DefinitionRow[]): string {
  return new Date(Math.max(...rows.map((row) => row.changed_at.getTime()))).toISOString();
}

/** Calls go by key in a bundle: an id means nothing in another installation. */
async function keysOfCallTargets(tx: Tx, rows: DefinitionRow[]): Promise<ReadonlyMap<string, string>> {
  const definitions = rows.flatMap((row) => [
    row.draft_definition,
    ...row.versions.map((version) => version.definition),
  ]);
  const ids = [...new Set(definitions.flatMap(callTargetsOf))].filter(isUuid);
  if (ids.length === 0) return new Map();
  const found = await tx.query<{ workflow_id: string; key: string }>({
    name: 'bundle.keys_of_ids',
    text: 'SELECT workflow_id, key FROM workflow_definitions WHERE tenant = $1 AND workflow_id = ANY ($2)',
    values: [tx.tenant, ids],
  });
  return new Map(found.rows.map((row) => [row.workflow_id, row.key]));
}

function toBundleWorkflow(row: DefinitionRow, rewrite: (target: string) => string): BundleWorkflow {
  const draft = rewriteCallTargets(row.draft_definition, rewrite);
  const publishedVersions = row.versions.map(
    ({ version, definition, payloadSchemaJson }): BundleVersion => ({
      version,
      definition: rewriteCallTargets(definition, rewrite),
      payloadSchemaJson,
    }),
  );
  const definitions = [draft, ...publishedVersions.map((version) => version.definition)];
  return {
    key: row.key,
    metadata: toMetadata(row),
    dependencies: collectDependencies(definitions.map(parseDefinition), [row.payload_schema_ref]),
    draft: { draftVersion: row.draft_version, definition: draft },
    publishedVersions,
  };
}

function toMetadata(row: DefinitionRow): BundleMetadata {
  return {
    name: row.name,
    description: row.description,
    payloadSchemaRef: row.payload_schema_ref,
    payloadSchemaMode: row.payload_schema_mode,
    pinnedPayloadSchemaRef: row.pinned_payload_schema_ref,
    trigger: row.trigger,
    isSystem: row.is_system,
    isVisible: row.is_visible,
    isPaused: row.is_paused,
    concurrencyLimit: row.concurrency_limit,
    autoPauseOnFailure: row.auto_pause_on_failure,
    failureRateThreshold: row.failure_rate_threshold === null ? null : Number(row.failure_rate_threshold),
    failureRateMinRuns: row.failure_rate_min_runs,
    retentionPolicyOverride: row.retention_policy_override,
  };
}
