import type { Tx } from '../db/tx.ts';
import { type AppError, appError } from '../kernel/errors.ts';
import { jsonSizeBytes } from '../kernel/json.ts';
import { findUnstorable } from '../kernel/storable.ts';
import { findStartable, type Startable } from './find-startable.ts';
import { insertRun } from './insert-run.ts';
import { mayStartNow } from './may-start-now.ts';
import { payloadIssues } from './payload-issues.ts';
import type { StartRunInput, StartRunResult } from './start-run-input.ts';
import { takeStartPoint } from './take-start-point.ts';

export type { StartLimits, StartRunInput, StartRunResult } from './start-run-input.ts';

/**
 * Creates a run; nothing of it is executed here. The checks come in the order of their price, and refusals are values, so that one
 * event can start some workflows and be refused by others in one transaction.
 *
 * Errors (as values): NOT_FOUND, WORKFLOW_PAUSED, WORKFLOW_NOT_PUBLISHED, RATE_LIMITED, PAYLOAD_TOO_LARGE, RUN_PAYLOAD_INVALID.
 * Atomicity: workflows with a concurrency limit are locked from the count to the commit (see mayStartNow).
 */
export async function startRun(tx: Tx, input: StartRunInput): Promise<StartRunResult> {
  const found = await findStartable(tx, input);
  if ('error' in found) return refused(found.error);
  const target = found.startable;
  if (target.isPaused) return refused(appError('WORKFLOW_PAUSED', { workflowKey: target.workflowKey }));
  const overRate = input.isDirect ? await takeStartPoint(tx, input.limits.rate) : null;
  if (overRate !== null) return refused(overRate);
  const tooLarge = checkSize(input);
  if (tooLarge !== null) return refused(tooLarge);
  return insert(tx, input, target);
}

async function insert(tx: Tx, input: StartRunInput, target: Startable): Promise<StartRunResult> {
  const runId = input.runId ?? tx.newId();
  const issues = payloadIssues(target.payloadSchema, input.payload);
  if (issues.length > 0) {
    const details = { schemaRef: target.payloadSchemaRef, issues, runId };
    const error = appError('RUN_PAYLOAD_INVALID', details, `The payload does not fit ${target.payloadSchemaRef}`);
    const isRecorded = input.isDirect && findUnstorable(input.payload) === null;
    if (isRecorded) await insertRun(tx, { ...input, runId, target, status: 'FAILED', error });
    return { outcome: 'refused', runId: isRecorded ? runId : null, error };
  }
  // A called run goes on inside the place of its caller: were it queued, a workflow that calls itself would wait for its own end.
  const isAdmitted =
    input.parent !== undefined || target.concurrencyLimit === null || (await mayStartNow(tx, target.workflowId));
  const status = isAdmitted ? 'RUNNING' : 'QUEUED';
  const inserted = await insertRun(tx, { ...input, runId, target, status, error: null });
  if (inserted.isDuplicate) return { outcome: 'duplicate', runId: inserted.runId };
  tx.signal('run', runId);
  if (status === 'RUNNING') tx.signal('work', runId);
  return { outcome: 'started', runId, status, workflowVersion: target.version };
}

function checkSize(input: StartRunInput): AppError | null {
  const sizeBytes = jsonSizeBytes(input.payload);
  const maxBytes = input.limits.maxPayloadBytes;
  return sizeBytes > maxBytes ? appError('PAYLOAD_TOO_LARGE', { sizeBytes, maxBytes }) : null;
}

function refused(error: AppError): StartRunResult {
  return { outcome: 'refused', runId: null, error };
}
