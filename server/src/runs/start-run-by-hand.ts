import { writeAudit } from '../audit/write-audit.ts';
import type { Tx } from '../db/tx.ts';
import { noCausation, type Writer } from '../kernel/actor.ts';
import { isUuid } from '../kernel/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../kernel/json.ts';
import { findStartable } from './find-startable.ts';
import { type StartLimits, type StartRunInput, type StartRunResult, startRun } from './start-run.ts';

export interface StartByHandInput {
  /** Id or key. */
  workflow: string;
  /** Absent = the live version. */
  version?: number | undefined;
  payload: Json;
  limits: StartLimits;
}

/**
 * A person or a client starts a run. Errors are values, as startRun gives them: a refusal may leave a record that must be committed
 * before the caller is told.
 */
export async function startRunByHand(tx: Tx, writer: Writer, input: StartByHandInput): Promise<StartRunResult> {
  const workflow = isUuid(input.workflow) ? { workflowId: input.workflow } : { workflowKey: input.workflow };
  const target = { workflow, ...(input.version === undefined ? {} : { version: input.version }) };
  const result = await startRun(tx, {
    ...target,
    payload: await completePayload(tx, target, input.payload),
    trigger: { type: 'manual' },
    causation: noCausation,
    limits: input.limits,
    isDirect: true,
  });
  if (result.outcome === 'started') {
    await writeAudit(tx, writer, {
      recordType: 'workflow_run',
      recordId: result.runId,
      operation: 'workflow_run_start',
      details: { workflowVersion: result.workflowVersion },
    });
  }
  return result;
}

/**
 * What an event would be given on its way in: the caller's tenant and the time, where the contract knows them. Payloads copied from an
 * event carry a tenantId; where the contract does not know it, it is left out rather than refused.
 */
async function completePayload(
  tx: Tx,
  target: Pick<StartRunInput, 'workflow' | 'version'>,
  payload: Json,
): Promise<Json> {
  if (!isJsonObject(payload)) return payload;
  const found = await findStartable(tx, target);
  const schema = 'startable' in found ? found.startable.payloadSchema : null;
  if (schema === null) return payload;
  const declares = (name: string) => isJsonObject(schema.properties) && Object.hasOwn(schema.properties, name);
  const { tenantId: _, ...rest } = payload as JsonObject;
  return {
    ...(declares('occurredAt') && { occurredAt: tx.now.toISOString() }),
    ...rest,
    ...(declares('tenantId') && { tenantId: tx.tenant }),
  };
}
