import { z } from 'zod';
import { jsonField, jsonObjectField } from '../../kernel/label.schema.ts';
import { cursorField, limitField } from '../../kernel/pagination.ts';
import { storableText } from '../../kernel/storable.ts';
import { LogLevels } from '../../runs/list-run-logs.ts';
import { TimelineKinds } from '../../runs/list-run-timeline.ts';
import { RunStatuses } from '../../runs/run.ts';
import { changesOutput as linkChangesOutput, recordNames } from '../links-router/links.schema.ts';
import { recordChangeOutput } from '../record-change.schema.ts';
import { changesOutput as storeChangesOutput } from '../store-router/store.schema.ts';
import { auditOutput, workflowIdField } from '../workflows-router/workflows.schema.ts';

const MAX_INTEGER = 2_147_483_647;
// The database has no year 0.
const instant = z.iso.datetime({ offset: true }).refine((text) => !text.startsWith('0000'), 'The year 0 is no year');
const status = z.enum(RunStatuses);
const runId = z.string().min(1).max(64);
const count = z.number().int();
const version = z.number().int().min(1).max(MAX_INTEGER);

export const runIdInput = z.strictObject({ runId });
export const definitionOutput = z.object({ definition: jsonObjectField });
export const ofRunInput = z.strictObject({ runId, limit: limitField, cursor: cursorField });
/** Rows are small, and a page of the app draws all of them at once. */
export const stepsInput = ofRunInput.extend({ limit: z.number().int().min(1).max(2000).default(100) });
/** With a step path, and the pass of its loops, the calls of one step alone. */
export const invocationsInput = ofRunInput.extend({
  stepPath: storableText(1, 1024).optional(),
  iterationKey: storableText(0, 4096).optional(),
});

export const startInput = z
  .strictObject({
    /** Id or key. */
    workflowId: workflowIdField.optional(),
    workflowKey: workflowIdField.optional(),
    /** Absent = the live version. */
    workflowVersion: version.optional(),
    payload: jsonField.default({}),
  })
  .superRefine((value, context) => {
    if ((value.workflowId === undefined) === (value.workflowKey === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['workflowKey'],
        message: 'Give workflowId or workflowKey, one of them',
      });
    }
  });
export const startOutput = z.object({
  runId: z.uuid(),
  status: z.enum(['RUNNING', 'QUEUED']),
  workflowVersion: z.number().int(),
});

const runOutput = z.object({
  runId: z.uuid(),
  workflowId: z.uuid(),
  workflowKey: z.string(),
  workflowName: z.string(),
  workflowVersion: z.number().int(),
  status,
  waitType: z.string().nullable(),
  waitReason: z.string().nullable(),
  nodePath: z.string().nullable(),
  triggerType: z.string().nullable(),
  eventType: z.string().nullable(),
  triggerEventId: z.string().nullable(),
  correlationKey: z.string().nullable(),
  sourcePayloadSchemaRef: z.string().nullable(),
  triggerMappingApplied: z.boolean(),
  parentRunId: z.uuid().nullable(),
  rootRunId: z.uuid().nullable(),
  startedAt: z.string(),
  updatedAt: z.string(),
  completedAt: z.string().nullable(),
  durationMs: z.number().nullable(),
  error: jsonObjectField.nullable(),
});

export const listInput = z.strictObject({
  status: z.array(status).optional(),
  workflowId: workflowIdField.optional(),
  version: version.optional(),
  /** A run id, or the correlation key of the event that started the run. */
  search: storableText(0, 256)
    .transform((text) => (text.trim() === '' ? undefined : text.trim()))
    .optional(),
  from: instant.optional(),
  to: instant.optional(),
  parentRunId: z.uuid().optional(),
  triggerEventId: storableText(1, 256).optional(),
  limit: limitField,
  cursor: cursorField,
});
export const listOutput = z.object({ items: z.array(runOutput), nextCursor: z.string().nullable() });

const unblockedBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('event'), eventName: z.string(), correlationKey: z.string() }),
  z.object({ kind: z.literal('clock') }),
  z.object({ kind: z.literal('task'), taskId: z.string().nullable() }),
  z.object({ kind: z.literal('run'), runId: z.string() }),
  z.object({ kind: z.literal('operator'), permission: z.literal('workflow:admin'), reason: z.string().nullable() }),
  z.object({ kind: z.literal('place'), workflowId: z.uuid() }),
]);

export const getOutput = runOutput.extend({
  input: jsonField,
  triggerMetadata: jsonObjectField.nullable(),
  actor: z.object({ id: z.string(), type: z.enum(['user', 'service', 'system']) }),
  definitionHash: z.string(),
  callDepth: count,
  causation: z.object({ depth: count, chain: z.array(z.string()) }),
  waitingFor: z.array(
    z.object({
      type: z.enum(['event', 'time', 'human', 'retry', 'child', 'operator', 'place']),
      waitId: z.uuid().nullable(),
      stepPath: z.string().nullable(),
      stepId: z.string().nullable(),
      iterationKey: z.string(),
      since: z.string(),
      until: z.string().nullable(),
      unblockedBy,
    }),
  ),
  childRunIds: z.array(z.uuid()),
  isStuck: z.boolean(),
});

const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const stepsOutput = pageOf(
  z.object({
    stepPath: z.string(),
    iterationKey: z.string(),
    stepId: z.string(),
    type: z.string(),
    attempt: count,
    sequence: count,
    status: z.string(),
    startedAt: z.string(),
    completedAt: z.string().nullable(),
    durationMs: z.number().nullable(),
    result: jsonField,
    error: jsonObjectField.nullable(),
  }),
);

export const waitsOutput = pageOf(
  z.object({
    waitId: z.uuid(),
    stepPath: z.string(),
    iterationKey: z.string(),
    stepId: z.string(),
    waitType: z.string(),
    key: z.string().nullable(),
    eventName: z.string().nullable(),
    resumeMode: z.string(),
    status: z.string(),
    createdAt: z.string(),
    dueAt: z.string().nullable(),
    resolvedAt: z.string().nullable(),
    payload: jsonField,
  }),
);

export const invocationsOutput = pageOf(
  z.object({
    invocationId: z.uuid(),
    stepPath: z.string(),
    iterationKey: z.string(),
    stepId: z.string(),
    actionId: z.string(),
    actionVersion: z.number().int(),
    effect: z.string(),
    idempotencyKey: z.string(),
    keySource: z.string(),
    status: z.string(),
    attempts: count,
    input: jsonField,
    output: jsonField,
    error: jsonObjectField.nullable(),
    createdAt: z.string(),
    startedAt: z.string(),
    completedAt: z.string().nullable(),
  }),
);

/** Envelopes are large: 20 a page when nothing is said. */
export const snapshotsInput = z.strictObject({
  runId,
  limit: z.number().int().min(1).max(50).default(20),
  cursor: cursorField,
});
export const snapshotsOutput = pageOf(
  z.object({
    snapshotId: z.uuid(),
    boundary: count,
    stepPath: z.string().nullable(),
    envelope: jsonField,
    sizeBytes: count,
    createdAt: z.string(),
  }),
);

export const logsInput = ofRunInput.extend({ level: z.array(z.enum(LogLevels)).optional() });
export const logsOutput = pageOf(
  z.object({
    logId: z.uuid(),
    stepPath: z.string().nullable(),
    level: z.string(),
    code: z.string(),
    context: jsonField,
    source: z.string(),
    createdAt: z.string(),
  }),
);

export const eventsOutput = z.object({
  items: z.array(
    z.object({
      role: z.enum(['trigger', 'resumed', 'emitted']),
      eventId: z.string(),
      eventName: z.string(),
      correlationKey: z.string().nullable(),
      payloadSchemaRef: z.string().nullable(),
      status: z.string(),
      payload: jsonField,
      createdAt: z.string(),
    }),
  ),
});

export const timelineOutput = pageOf(
  z.object({
    kind: z.enum(TimelineKinds),
    id: z.string(),
    at: z.string(),
    endedAt: z.string().nullable(),
    stepPath: z.string().nullable(),
    iterationKey: z.string(),
    stepId: z.string().nullable(),
    what: z.string(),
    status: z.string(),
    details: jsonObjectField,
    error: jsonObjectField.nullable(),
  }),
);

export { auditOutput };

/** Oldest first; `store`, `links` and `records` hold up to 200 changes each, `isCut` says that there are more. */
export const changesOutput = z.object({
  store: storeChangesOutput.shape.items,
  links: z.array(linkChangesOutput.shape.items.element.extend(recordNames)),
  records: z.array(recordChangeOutput),
  isCut: z.boolean(),
});

export const summaryInput = z.strictObject({
  workflowId: workflowIdField.optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export const summaryOutput = z.object({ total: count, byStatus: z.record(status, count), stuck: count });

export const latestInput = z.strictObject({ workflowId: workflowIdField.optional() });
export const latestOutput = z.object({ run: runOutput.nullable() });

export const cancelInput = z.strictObject({ runId, reason: storableText(1, 1000) });
export const cancelOutput = z.object({
  runId: z.uuid(),
  status: z.literal('CANCELED'),
  canceledRuns: z.array(z.uuid()),
});
