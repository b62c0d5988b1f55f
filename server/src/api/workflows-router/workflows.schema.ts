import { z } from 'zod';
import { TriggerFilters, WorkflowSorts } from '../../authoring/list-workflows.ts';
import { WorkflowStates } from '../../authoring/workflow.ts';
import { MAX_WORKFLOW_KEY_LENGTH, WORKFLOW_KEY_PATTERN } from '../../authoring/workflow-key.ts';
import { jsonField, jsonObjectField } from '../../kernel/label.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { storableText, visibleText } from '../../kernel/storable.ts';

const MAX_INTEGER = 2_147_483_647;
const workflowKey = z.string().min(1).max(MAX_WORKFLOW_KEY_LENGTH).regex(WORKFLOW_KEY_PATTERN);
const name = visibleText(256);
const description = storableText(0, 10_000).nullable();
const draftNumber = z.number().int().min(0).max(MAX_INTEGER);
const payloadSchemaMode = z.enum(['pinned', 'inferred']);
/** `draft` or the number of a published version. */
const version = z.union([z.literal('draft'), z.number().int().min(1).max(MAX_INTEGER)]);

/** The workflow's id or its key. */
export const workflowIdField = storableText(1, MAX_WORKFLOW_KEY_LENGTH);
export const workflowIdInput = z.strictObject({ workflowId: workflowIdField });

const issue = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  /** `root.steps[2].then.steps[0]`, `trigger`, or `root` for the workflow itself. */
  stepPath: z.string(),
  stepId: z.string().nullable(),
  /** JSON pointer inside the step, the trigger or the workflow. */
  pointer: z.string(),
  params: jsonObjectField,
  suggestion: z.string().nullable(),
});

const validation = z.object({
  status: z.enum(['valid', 'warning', 'error']).nullable(),
  errors: z.array(issue),
  warnings: z.array(issue),
  validatedAt: z.string().nullable(),
});

export const workflowOutput = z.object({
  workflowId: z.uuid(),
  key: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  state: z.enum(WorkflowStates),
  status: z.enum(['draft', 'published']),
  publishedVersion: z.number().int().nullable(),
  draftVersion: z.number().int(),
  hasUnpublishedChanges: z.boolean(),
  trigger: jsonObjectField.nullable(),
  payloadSchemaRef: z.string(),
  payloadSchemaMode,
  isSystem: z.boolean(),
  isVisible: z.boolean(),
  isPaused: z.boolean(),
  concurrencyLimit: z.number().int().nullable(),
  autoPauseOnFailure: z.boolean(),
  failureRateThreshold: z.number().nullable(),
  failureRateMinRuns: z.number().int().nullable(),
  retentionPolicyOverride: jsonObjectField.nullable(),
  validation,
  createdAt: z.string(),
  createdBy: z.string(),
  updatedAt: z.string(),
  updatedBy: z.string(),
});

export const createInput = z.strictObject({
  /** Made from the name when absent. */
  key: workflowKey.optional(),
  name,
  description: description.optional(),
  definition: jsonObjectField,
});
export const createOutput = z.object({ workflowId: z.uuid(), key: z.string(), draftVersion: z.number().int() });

export const getInput = z.strictObject({ workflowId: workflowIdField, version: version.default('draft') });
export const getOutput = workflowOutput.extend({
  version,
  definition: jsonObjectField,
  published: z
    .object({
      publishedAt: z.string(),
      publishedBy: z.string(),
      definitionHash: z.string(),
      payloadSchemaJson: jsonObjectField.nullable(),
    })
    .nullable(),
});

export const listInput = z.strictObject({
  search: storableText(0, 256).optional(),
  status: z.enum(WorkflowStates).optional(),
  triggerType: z.enum(TriggerFilters).optional(),
  sort: z.enum(WorkflowSorts).default('updatedAt'),
  limit: limitField,
  cursor: cursorField,
});
const count = z.number().int();
export const listOutput = z.object({
  items: z.array(
    workflowOutput.extend({
      lastRuns: z.array(z.object({ runId: z.uuid(), status: z.string(), startedAt: z.string() })),
      lastRunAt: z.string().nullable(),
      activeRuns: count,
      endedRuns7d: count,
      failureRate7d: z.number().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
  counts: z.object({ total: count, active: count, draft: count, paused: count }),
});

export const versionsInput = z.strictObject({ workflowId: workflowIdField, limit: limitField, cursor: cursorField });
export const versionsOutput = z.object({
  items: z.array(
    z.object({
      version: z.number().int(),
      definitionHash: z.string(),
      publishedAt: z.string(),
      publishedBy: z.string(),
      publishedByName: z.string().nullable(),
      isLive: z.boolean(),
      runs: count,
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const updateDraftInput = z.strictObject({
  workflowId: workflowIdField,
  /** Published versions never change. */
  version: z.literal('draft').default('draft'),
  definition: jsonObjectField,
  expectedDraftVersion: draftNumber.optional(),
});
export const updateDraftOutput = z.object({
  workflowId: z.uuid(),
  draftVersion: z.number().int(),
  validation: validation.omit({ validatedAt: true }),
});

export const updateMetadataInput = z.strictObject({
  workflowId: workflowIdField,
  key: workflowKey.optional(),
  name: name.optional(),
  description: description.optional(),
  isPaused: z.boolean().optional(),
  isVisible: z.boolean().optional(),
  concurrencyLimit: z.number().int().min(1).max(MAX_INTEGER).nullable().optional(),
  autoPauseOnFailure: z.boolean().optional(),
  /** Share of failed runs, 0 to 1 or in percent up to 100, as the author counts. */
  failureRateThreshold: z.number().min(0).max(100).multipleOf(0.01).nullable().optional(),
  failureRateMinRuns: z.number().int().min(0).max(MAX_INTEGER).nullable().optional(),
  retentionPolicyOverride: jsonObjectField.nullable().optional(),
  payloadSchemaMode: payloadSchemaMode.optional(),
});

export const deleteOutput = z.object({ workflowId: z.uuid(), deleted: z.literal(true) });

export const validateInput = z.strictObject({
  definition: jsonObjectField,
  payloadSchemaMode: payloadSchemaMode.default('pinned'),
});
export const validateOutput = z.object({ ok: z.boolean(), errors: z.array(issue), warnings: z.array(issue) });

export const publishInput = z.strictObject({
  workflowId: workflowIdField,
  version: version.default('draft'),
  expectedDraftVersion: draftNumber.optional(),
});
export const publishOutput = z.object({
  ok: z.boolean(),
  publishedVersion: z.number().int().optional(),
  draftVersion: z.number().int().optional(),
  errors: z.array(issue),
  warnings: z.array(issue),
});

export const auditInput = z.strictObject({ workflowId: workflowIdField, limit: limitField, cursor: cursorField });
export const auditOutput = z.object({
  items: z.array(
    z.object({
      auditId: z.uuid(),
      recordType: z.string(),
      recordId: z.string(),
      operation: z.string(),
      actorId: z.string().nullable(),
      actorType: z.string(),
      source: z.string(),
      runId: z.string().nullable(),
      stepPath: z.string().nullable(),
      reason: z.string().nullable(),
      details: jsonObjectField,
      createdAt: z.string(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const exportManyInput = z.strictObject({ keys: z.array(workflowKey).min(1).max(1000) });
export const fileOutput = z.object({ contentType: z.string(), fileName: z.string(), text: z.string() });

export const importInput = z.strictObject({
  bundle: jsonField,
  /** true: overwrite in place · recreate: delete with runs and create anew · false: refuse keys that are there. */
  force: z.union([z.boolean(), z.literal('recreate')]).default(false),
  dryRun: z.boolean().default(false),
});
const workflowRef = z.object({ key: z.string(), workflowId: z.uuid() });
export const importOutput = z.object({
  createdWorkflows: z.array(workflowRef),
  updatedWorkflows: z.array(workflowRef),
  deletedWorkflows: z.array(workflowRef),
  createdPublishedVersions: z.array(workflowRef.extend({ versions: z.array(z.number().int()) })),
  warnings: z.array(z.object({ key: z.string(), code: z.string(), path: z.string(), params: jsonObjectField })),
});
